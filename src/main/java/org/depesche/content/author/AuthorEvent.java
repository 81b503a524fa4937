package org.depesche.content.author;

import java.util.List;
import java.util.UUID;

import org.depesche.content.vocabulary.ChangeKind;
import org.jspecify.annotations.Nullable;

/** An author changed; {@code previousSlug} where that did. */
public record AuthorEvent(ChangeKind kind, UUID id, String slug, List<String> changed, @Nullable String previousSlug) {

    public AuthorEvent {
        changed = List.copyOf(changed);
    }

    static AuthorEvent created(UUID id, String slug) {
        return new AuthorEvent(ChangeKind.CREATED, id, slug, List.of(), null);
    }
}
