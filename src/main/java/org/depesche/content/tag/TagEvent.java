package org.depesche.content.tag;

import java.util.List;
import java.util.UUID;

import org.depesche.content.vocabulary.ChangeKind;
import org.jspecify.annotations.Nullable;

/** A tag changed; {@code previousSlug} where that did. */
public record TagEvent(ChangeKind kind, UUID id, String slug, List<String> changed, @Nullable String previousSlug) {

    public TagEvent {
        changed = List.copyOf(changed);
    }

    static TagEvent created(UUID id, String slug) {
        return new TagEvent(ChangeKind.CREATED, id, slug, List.of(), null);
    }
}
