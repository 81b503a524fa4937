package org.depesche.content.editorial;

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
record Ref(String word, @Nullable String name, String pointer) {

    Optional<String> spelled() {
        return Optional.ofNullable(name);
    }

    InputError error(String detail) {
        return InputError.atPointer(pointer, detail);
    }
}
