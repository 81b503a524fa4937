package org.depesche.content.site;

import java.util.List;
import java.util.UUID;

import org.depesche.content.taxonomy.ChangeKind;
import org.depesche.platform.http.CacheTag;

/** A site changed, and with it perhaps every address on it. */
public record SiteEvent(ChangeKind kind, UUID id, String slug, List<String> changed) {

    public SiteEvent {
        changed = List.copyOf(changed);
    }

    /** The tags of answers that this makes stale. */
    public List<CacheTag> cacheTags() {
        return List.of(CacheTag.SITES, CacheTag.site(id));
    }
}
