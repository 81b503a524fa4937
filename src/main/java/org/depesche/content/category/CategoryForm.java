package org.depesche.content.category;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * The input form of a category, from the editorial API or an import.
 *
 * @param slug null derives the slug from the name; an existing category then keeps its slug
 */
public record CategoryForm(@Nullable String slug, String name, @Nullable UUID parentId, @Nullable String description,
        int position) {

    /** Returns a form with a name only, at the top of the tree. */
    public static CategoryForm named(String name) {
        return new CategoryForm(null, name, null, null, 0);
    }
}
