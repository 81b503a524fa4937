package org.depesche.content.site;

import java.util.List;
import java.util.UUID;

import org.depesche.content.vocabulary.ChangeKind;

/** A site changed, and with it perhaps every address on it. */
public record SiteEvent(ChangeKind kind, UUID id, String slug, List<String> changed) {

    /** Stands on every answer that shows sites. */
    public static final String CACHE_TAG = "sites";

    public SiteEvent {
        changed = List.copyOf(changed);
    }

    /** The tags of answers that this makes stale. */
    public List<String> cacheTags() {
        return List.of(CACHE_TAG);
    }
}
