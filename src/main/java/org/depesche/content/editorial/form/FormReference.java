package org.depesche.content.editorial.form;

import java.util.Optional;

import org.depesche.platform.problem.InputError;
import org.jspecify.annotations.Nullable;

/**
 * Something named in a form: by slug or name in one word, or by an object as GET gives it.
 *
 * @param word slug, name or id
 * @param name what it is called, where an object says both
 * @param pointer where it stands, for what has to be said of it
 */
record FormReference(String value, @Nullable String name, String pointer) {

    Optional<String> optionalName() {
        return Optional.ofNullable(name);
    }

    InputError error(String detail) {
        return InputError.atPointer(pointer, detail);
    }
}
