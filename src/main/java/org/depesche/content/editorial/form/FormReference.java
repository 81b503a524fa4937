package org.depesche.content.editorial.form;

import java.util.Optional;

import org.depesche.platform.problem.InputError;
import org.jspecify.annotations.Nullable;

/**
 * A reference in a form: a slug or name, or an object as GET returns it.
 *
 * @param value a slug, name or id
 * @param name the name of an object that also has a slug or id
 * @param pointer the JSON pointer of the reference, for errors
 */
record FormReference(String value, @Nullable String name, String pointer) {

    Optional<String> optionalName() {
        return Optional.ofNullable(name);
    }

    InputError error(String detail) {
        return InputError.atPointer(pointer, detail);
    }
}
