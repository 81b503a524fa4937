package org.depesche.content.site;

import java.util.List;
import java.util.UUID;

import org.depesche.content.vocabulary.ChangeKind;

/** A site changed, and with it perhaps every address on it. */
public record SiteEvent(ChangeKind kind, UUID id, String slug, List<String> changed) {

    public SiteEvent {
        changed = List.copyOf(changed);
    }
}
