package org.depesche.content.collection.desk;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** Which articles the desk means; the room that has its articles plugs in here. */
public interface WorkingCopyLookup {

    /** By id, slug or former slug, under what was asked; a constant number of statements, and what is unknown is absent. */
    Map<String, UUID> find(Collection<String> refs);

    /** How these stand at the desk, in one statement. */
    Map<UUID, ArticleLine> byIds(Collection<UUID> ids);

    /**
     * An article in a line.
     *
     * @param state what the public sees of it, in the desk's word
     */
    record ArticleLine(UUID id, String slug, @Nullable String headline, String state) {
    }
}
