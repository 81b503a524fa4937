package org.depesche.content.editorial;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * All that is kept of an article beside what it says.
 *
 * @param version counts every change of this row; the ETag is made of it
 * @param revision counts the saves
 * @param saved the last save
 * @param publication what of it is or was public
 * @param schedule what is to happen to it by itself
 * @param provenance where an import found it
 */
record DeskEntry(UUID id, String slug, ArticleState state, long version, int revision, Instant createdAt, Creator creator,
        Save saved, Publicity publication, @Nullable Schedule schedule, Provenance provenance) {

    static DeskEntry fresh(UUID id, String slug, Creator creator, Save save, Provenance provenance) {
        return new DeskEntry(id, slug, ArticleState.DRAFT, 1, 1, save.at(), creator, save, Publicity.NONE, null, provenance);
    }

    DeskEntry saved(String newSlug, Save save, Provenance newProvenance) {
        return new DeskEntry(id, newSlug, state, version + 1, revision + 1, createdAt, creator, save, publication, schedule,
                newProvenance);
    }

    DeskEntry published(Instant publishedAt, Instant updatedAt) {
        return new DeskEntry(id, slug, ArticleState.PUBLISHED, version + 1, revision, createdAt, creator, saved,
                new Publicity(revision, publishedAt, updatedAt), null, provenance);
    }

    DeskEntry scheduled(Schedule due) {
        return new DeskEntry(id, slug, state, version + 1, revision, createdAt, creator, saved, publication, due, provenance);
    }

    /** As told to readers, if they were told. */
    DeskEntry withUpdatedAt(@Nullable Instant updatedAt) {
        var told = new Publicity(publication.revision(), publication.publishedAt(), updatedAt);
        return new DeskEntry(id, slug, state, version, revision, createdAt, creator, saved, told, schedule, provenance);
    }

    boolean is(ArticleState other) {
        return state == other;
    }

    /** Made up, until there is a headline to make one from. */
    static String provisionalSlug(UUID id) {
        return "draft-" + id.toString().replace("-", "");
    }

    boolean hasProvisionalSlug() {
        return slug.equals(provisionalSlug(id));
    }

    /** @param id whose draft it is, absent for imports */
    record Creator(@Nullable UUID id, String name) {
    }

    /** @param kind {@code save} by a person, {@code import} by an import */
    record Save(Instant at, String by, String kind) {
    }

    /**
     * @param revision which revision is public
     * @param publishedAt the first publication, which stays
     */
    record Publicity(@Nullable Integer revision, @Nullable Instant publishedAt, @Nullable Instant updatedAt) {

        static final Publicity NONE = new Publicity(null, null, null);

        Optional<Instant> first() {
            return Optional.ofNullable(publishedAt);
        }
    }

    /** @param zone in which the moment was meant */
    record Schedule(String action, Instant at, String zone) {

        static final String PUBLISH = "publish";
    }

    /**
     * @param originHash of system and id, absent for what nobody imported
     * @param digest of the record last imported
     */
    record Provenance(@Nullable UUID originHash, byte @Nullable [] digest) {

        static final Provenance NONE = new Provenance(null, null);
    }
}
