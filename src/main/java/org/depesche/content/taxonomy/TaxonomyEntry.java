package org.depesche.content.taxonomy;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import org.depesche.platform.http.response.VersionETag;
import org.jspecify.annotations.Nullable;

/**
 * A row of a tag or an author.
 *
 * @param members the values of the members of its kind, by name; absent for null
 */
public record TaxonomyEntry(UUID id, String slug, String name, Map<String, Object> members, long version, Instant createdAt,
        Instant updatedAt) {

    public TaxonomyEntry {
        members = Map.copyOf(members);
    }

    public VersionETag etag() {
        return VersionETag.of(id, version);
    }

    /** The value of a member that is a text. */
    public @Nullable String text(String member) {
        return (String) members.get(member);
    }

    /** The value of a member that refers to something. */
    public @Nullable UUID reference(String member) {
        return (UUID) members.get(member);
    }

    /** Returns the same entry after a merge, with a new number of articles and with the members of the source that it lacks. */
    TaxonomyEntry withMerged(TaxonomyEntry source, Instant now) {
        var all = new HashMap<>(source.members);
        all.putAll(members);
        return new TaxonomyEntry(id, slug, name, all, version + 1, createdAt, now);
    }

    TaxonomyEntry withForm(String newSlug, TaxonomyFormReader.TaxonomyForm form, Instant now) {
        return new TaxonomyEntry(id, newSlug, form.name(), form.members(), version + 1, createdAt, now);
    }
}
