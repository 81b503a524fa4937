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
 * @param withdrawal why it is gone, while it is
 * @param provenance where an import found it
 */
record DeskEntry(UUID id, String slug, ArticleState state, long version, int revision, Instant createdAt, Creator creator,
        Save saved, Publicity publication, @Nullable Schedule schedule, @Nullable Withdrawal withdrawal,
        Provenance provenance) {

    static DeskEntry fresh(UUID id, String slug, Creator creator, Save save, Provenance provenance) {
        return new DeskEntry(id, slug, ArticleState.DRAFT, 1, 1, save.at(), creator, save, Publicity.NONE, null, null,
                provenance);
    }

    DeskEntry saved(String newSlug, Save save, Provenance newProvenance) {
        return new DeskEntry(id, newSlug, state, version + 1, revision + 1, createdAt, creator, save, publication, schedule,
                withdrawal, newProvenance);
    }

    /** As {@link #saved}, in the place of the present revision. */
    DeskEntry savedAgain(String newSlug, Save save, Provenance newProvenance) {
        return new DeskEntry(id, newSlug, state, version + 1, revision, createdAt, creator, save, publication, schedule,
                withdrawal, newProvenance);
    }

    /** A publication that was to come has come; that it is to be unpublished one day stays. */
    DeskEntry published(Instant publishedAt, Instant updatedAt) {
        var stays = schedule != null && schedule.action() == Schedule.Action.UNPUBLISH ? schedule : null;
        return new DeskEntry(id, slug, ArticleState.PUBLISHED, version + 1, revision, createdAt, creator, saved,
                new Publicity(revision, slug, publishedAt, updatedAt), stays, null, provenance);
    }

    /** Whatever was to happen to it by itself does not happen any more. */
    DeskEntry unpublished() {
        return new DeskEntry(id, slug, ArticleState.UNPUBLISHED, version + 1, revision, createdAt, creator, saved, publication,
                null, null, provenance);
    }

    DeskEntry withdrawn(Withdrawal why) {
        return new DeskEntry(id, slug, ArticleState.WITHDRAWN, version + 1, revision, createdAt, creator, saved, publication,
                null, why, provenance);
    }

    DeskEntry scheduled(@Nullable Schedule due) {
        return new DeskEntry(id, slug, state, version + 1, revision, createdAt, creator, saved, publication, due, withdrawal,
                provenance);
    }

    /** Something that is kept beside the row has changed. */
    DeskEntry touched() {
        return scheduled(schedule);
    }

    /** As told to readers, if they were told. */
    DeskEntry withUpdatedAt(@Nullable Instant updatedAt) {
        var told = new Publicity(publication.revision(), publication.slug(), publication.publishedAt(), updatedAt);
        return new DeskEntry(id, slug, state, version, revision, createdAt, creator, saved, told, schedule, withdrawal,
                provenance);
    }

    /** As it would stand if that were the present revision. */
    DeskEntry as(Revision then) {
        return new DeskEntry(id, then.slug(), state, version, then.number(), createdAt, creator, then.saved(), publication,
                schedule, withdrawal, provenance);
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

    /** Whether another save by that person may take the place of this one: it was saved by itself, and nobody published it. */
    boolean isReplaceableBy(Save next) {
        return next.kind().equals(Save.AUTOSAVE) && saved.kind().equals(Save.AUTOSAVE)
                && next.byId() != null && next.byId().equals(saved.byId())
                && !Integer.valueOf(revision).equals(publication.revision());
    }

    /** @param id whose draft it is, absent for imports */
    record Creator(@Nullable UUID id, String name) {
    }

    /**
     * @param byId the caller, absent for imports and where it is told of a former revision
     * @param kind what led to it, one of the words here
     */
    record Save(Instant at, String by, @Nullable UUID byId, String kind) {

        static final String SAVE = "save";
        static final String AUTOSAVE = "autosave";
        static final String IMPORT = "import";
        static final String RESTORE = "restore";
        static final String CORRECTION = "correction";
    }

    /**
     * @param revision which revision is public, or was last
     * @param slug under which it was public last
     * @param publishedAt the first publication, which stays
     */
    record Publicity(@Nullable Integer revision, @Nullable String slug, @Nullable Instant publishedAt,
            @Nullable Instant updatedAt) {

        static final Publicity NONE = new Publicity(null, null, null, null);

        Optional<Instant> first() {
            return Optional.ofNullable(publishedAt);
        }
    }

    /**
     * @param reason stays inside
     * @param notice is public
     */
    record Withdrawal(Instant at, @Nullable String reason, @Nullable String notice) {
    }

    /**
     * @param originHash of system and id, absent for what nobody imported
     * @param digest of the record last imported
     */
    record Provenance(@Nullable UUID originHash, byte @Nullable [] digest) {

        static final Provenance NONE = new Provenance(null, null);
    }
}
