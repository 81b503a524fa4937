package org.depesche.content.vocabulary;

import java.time.Instant;
import java.util.UUID;

import org.depesche.kernel.Uuid7;
import org.depesche.platform.http.EditorialTag;
import org.jspecify.annotations.Nullable;

/**
 * A tag or an author as it stands in its table.
 *
 * @param trait what its kind has besides a name: a tag's type, an author's initials
 */
public record Name(UUID id, String slug, String name, @Nullable String trait, long version, Instant createdAt,
        Instant updatedAt) {

    /** Stands for this version. */
    public EditorialTag tag() {
        return EditorialTag.of(Uuid7.compact(id) + "-" + version);
    }

    /** Shown anew, as more articles count. */
    Name touched(Instant now) {
        return new Name(id, slug, name, trait, version + 1, createdAt, now);
    }

    Name revised(String newSlug, NameForm form, Instant now) {
        return new Name(id, newSlug, form.name(), form.trait(), version + 1, createdAt, now);
    }
}
