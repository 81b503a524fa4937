package org.depesche.content.site;

import java.util.List;
import java.util.UUID;

import org.depesche.content.taxonomy.ChangeKind;
import org.depesche.platform.http.CacheTag;

/** A site was created, changed or deleted, which may change every URL on it. */
public record SiteEvent(ChangeKind kind, UUID id, String slug, List<String> changed) {

    public SiteEvent {
        changed = List.copyOf(changed);
    }

    /** Returns the cache tags of responses that this event invalidates. */
    public List<CacheTag> cacheTags() {
        return List.of(CacheTag.SITES, CacheTag.site(id));
    }
}
