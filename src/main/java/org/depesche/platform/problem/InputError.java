package org.depesche.platform.problem;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * One error in a request: at a JSON pointer of the body (RFC 6901), or in a query parameter.
 *
 * @param pointer the place in the body, absent for parameters
 * @param parameter the name of the query parameter, absent for bodies
 * @param detail a sentence that tells a person what to correct
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record InputError(@Nullable String pointer, @Nullable String parameter, String detail) {

    /**
     * Creates the error of a place in the body.
     *
     * @param detail a sentence, or its predicate in lower case ({@code is required.}), which gets the member as its subject
     */
    public static InputError atPointer(String pointer, String detail) {
        var isPredicate = !detail.isEmpty() && Character.isLowerCase(detail.charAt(0));
        return new InputError(pointer, null, isPredicate ? subject(pointer) + " " + detail : detail);
    }

    private static String subject(String pointer) {
        return pointer.isEmpty() ? "The body"
                : "`" + (pointer.lastIndexOf('/') == 0 ? pointer.substring(1) : pointer) + "`";
    }

    public static InputError inParameter(String parameter, String detail) {
        return new InputError(null, parameter, detail);
    }
}
