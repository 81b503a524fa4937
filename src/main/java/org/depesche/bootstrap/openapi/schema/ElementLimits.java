package org.depesche.bootstrap.openapi.schema;

import java.util.Optional;

import org.depesche.platform.json.ListElements;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** Moves the limits of a list's elements, which its member declares as {@link ListElements}, to the elements. */
public final class ElementLimits {

    private ElementLimits() {
    }

    /** Must run before {@link PatchForms}, which copies members. */
    public static void apply(Components components) {
        components.getSchemas().values().forEach(schema -> NestedSchemas.each(schema, ElementLimits::move));
    }

    private static void move(Schema list) {
        take(list, ListElements.TEXT_LENGTH).ifPresent(max -> list.getItems().maxLength(max));
        take(list, ListElements.MAX_ITEMS).ifPresent(max -> list.getItems().maxItems(max));
    }

    private static Optional<Integer> take(Schema list, String name) {
        var limit = Optional.ofNullable(list.getExtensions()).map(extensions -> extensions.get(name));
        limit.ifPresent(moved -> list.removeExtension(name));
        return limit.map(text -> Integer.valueOf(text.toString()));
    }
}
