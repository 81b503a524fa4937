package org.depesche.content.category;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A category as the desk or an import wants it.
 *
 * @param slug made from the name when not given; an existing one keeps its own then
 */
public record CategoryForm(@Nullable String slug, String name, @Nullable UUID parentId, @Nullable String description,
        int position) {

    /** At the top of the tree. */
    public static CategoryForm named(String name) {
        return new CategoryForm(null, name, null, null, 0);
    }
}
