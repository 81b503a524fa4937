package org.depesche.content.category;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A category as the desk or an import wants it.
 *
 * @param slug made from the name when not given
 */
public record CategoryForm(@Nullable String slug, String name, @Nullable UUID parentId, @Nullable String description,
        int position) {

    /** At the top of the tree, after those that were placed by hand or named earlier in the alphabet. */
    public static CategoryForm named(String name) {
        return new CategoryForm(null, name, null, null, 0);
    }
}
