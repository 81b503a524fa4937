package org.depesche.platform.problem;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * One mistake in what a caller sent: in a JSON body by its pointer (RFC 6901), in the query by the parameter's name.
 *
 * @param pointer where in the body, absent for parameters
 * @param parameter which query parameter, absent for bodies
 * @param detail what is wrong, in a sentence a person can act on
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record InputError(@Nullable String pointer, @Nullable String parameter, String detail) {

    public static InputError atPointer(String pointer, String detail) {
        return new InputError(pointer, null, detail);
    }

    public static InputError inParameter(String parameter, String detail) {
        return new InputError(null, parameter, detail);
    }
}
