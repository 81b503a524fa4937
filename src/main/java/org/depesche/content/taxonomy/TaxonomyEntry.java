package org.depesche.content.taxonomy;

import java.time.Instant;
import java.util.UUID;

import org.depesche.kernel.Uuid7;
import org.depesche.platform.http.response.VersionETag;
import org.jspecify.annotations.Nullable;

/**
 * A tag or an author as it stands in its table.
 *
 * @param trait what its kind has besides a name: a tag's type, an author's initials
 */
public record TaxonomyEntry(UUID id, String slug, String name, @Nullable String attribute, long version, Instant createdAt,
        Instant updatedAt) {

    /** Stands for this version. */
    public VersionETag etag() {
        return VersionETag.of(Uuid7.compact(id) + "-" + version);
    }

    /** Shown anew, as more articles count. */
    TaxonomyEntry withNextVersion(Instant now) {
        return new TaxonomyEntry(id, slug, name, attribute, version + 1, createdAt, now);
    }

    TaxonomyEntry withForm(String newSlug, TaxonomyFormReader.TaxonomyForm form, Instant now) {
        return new TaxonomyEntry(id, newSlug, form.name(), form.attribute(), version + 1, createdAt, now);
    }
}
