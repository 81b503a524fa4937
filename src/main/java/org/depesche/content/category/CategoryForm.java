package org.depesche.content.category;

import java.util.UUID;

import org.depesche.content.machineuse.MachineUse;
import org.jspecify.annotations.Nullable;

/**
 * The input form of a category, from the editorial API or an import.
 *
 * @param slug null derives the slug from the name; an existing category then keeps its slug
 * @param position {@link #LAST} when not given
 */
public record CategoryForm(@Nullable String slug, String name, @Nullable UUID parentId, @Nullable String description,
        @Nullable String mediaTopic, @Nullable UUID imageId, int position, MachineUse machineUse) {

    /** The position of a category whose form names none: after its siblings. */
    public static final int LAST = Integer.MAX_VALUE;

    /** Returns a form with a name only, at the top of the tree. */
    public static CategoryForm named(String name) {
        return new CategoryForm(null, name, null, null, null, null, LAST, MachineUse.NONE);
    }
}
