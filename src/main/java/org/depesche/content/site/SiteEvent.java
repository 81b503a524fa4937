package org.depesche.content.site;

import java.util.List;
import java.util.UUID;

import org.depesche.content.taxonomy.ChangeKind;
import org.depesche.kernel.Uuid7;

/** A site changed, and with it perhaps every address on it. */
public record SiteEvent(ChangeKind kind, UUID id, String slug, List<String> changed) {

    /** Stands on every answer that shows sites. */
    public static final String CACHE_TAG = "sites";

    /** Stands on every answer that is made for one site, as its addresses are in it. */
    public static String cacheTag(UUID id) {
        return "site:" + Uuid7.compact(id);
    }

    public SiteEvent {
        changed = List.copyOf(changed);
    }

    /** The tags of answers that this makes stale. */
    public List<String> cacheTags() {
        return List.of(CACHE_TAG, cacheTag(id));
    }
}
