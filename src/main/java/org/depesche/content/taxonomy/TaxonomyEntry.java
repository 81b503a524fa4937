package org.depesche.content.taxonomy;

import java.time.Instant;
import java.util.UUID;

import org.depesche.platform.http.response.VersionETag;
import org.jspecify.annotations.Nullable;

/**
 * A row of a tag or an author.
 *
 * @param attribute the member of its kind besides slug and name: a tag's type, an author's initials
 */
public record TaxonomyEntry(UUID id, String slug, String name, @Nullable String attribute, long version, Instant createdAt,
        Instant updatedAt) {

    public VersionETag etag() {
        return VersionETag.of(id, version);
    }

    /** The same entry in a new version, because its number of articles changed. */
    TaxonomyEntry withNextVersion(Instant now) {
        return new TaxonomyEntry(id, slug, name, attribute, version + 1, createdAt, now);
    }

    TaxonomyEntry withForm(String newSlug, TaxonomyFormReader.TaxonomyForm form, Instant now) {
        return new TaxonomyEntry(id, newSlug, form.name(), form.attribute(), version + 1, createdAt, now);
    }
}
