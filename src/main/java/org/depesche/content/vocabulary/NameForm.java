package org.depesche.content.vocabulary;

import org.jspecify.annotations.Nullable;

/**
 * A tag or an author as the desk wants it.
 *
 * @param slug made from the name when not given; an existing one keeps its own then
 */
record NameForm(@Nullable String slug, String name, @Nullable String trait) {
}
