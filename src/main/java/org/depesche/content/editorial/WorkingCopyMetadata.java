package org.depesche.content.editorial;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import org.depesche.content.model.ArticleContent;
import org.depesche.content.taxonomy.Fingerprint;
import org.depesche.platform.http.response.VersionETag;
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
public record WorkingCopyMetadata(UUID id, String slug, ArticleState state, long version, int revision, Instant createdAt,
        Creator creator,
        Save lastSave, PublicationState publication, @Nullable Schedule schedule, @Nullable Withdrawal withdrawal,
        ImportOrigin importOrigin) {

    public static WorkingCopyMetadata newDraft(UUID id, String slug, Creator creator, Save save, ImportOrigin provenance) {
        return new WorkingCopyMetadata(id, slug, ArticleState.DRAFT, 1, 1, save.at(), creator, save, PublicationState.NONE,
                null, null,
                provenance);
    }

    public WorkingCopyMetadata withNewRevision(String newSlug, Save save, ImportOrigin newProvenance) {
        return new WorkingCopyMetadata(id, newSlug, state, version + 1, revision + 1, createdAt, creator, save, publication,
                schedule,
                withdrawal, newProvenance);
    }

    /** As {@link #lastSave}, in the place of the present revision. */
    public WorkingCopyMetadata withReplacedRevision(String newSlug, Save save, ImportOrigin newProvenance) {
        return new WorkingCopyMetadata(id, newSlug, state, version + 1, revision, createdAt, creator, save, publication,
                schedule,
                withdrawal, newProvenance);
    }

    /** A publication that was to come has come; that it is to be unpublished one day stays. */
    public WorkingCopyMetadata withPublication(Instant publishedAt, Instant updatedAt) {
        var stays = schedule != null && schedule.action() == Schedule.Action.UNPUBLISH ? schedule : null;
        return new WorkingCopyMetadata(id, slug, ArticleState.PUBLISHED, version + 1, revision, createdAt, creator, lastSave,
                new PublicationState(revision, slug, publishedAt, updatedAt), stays, null, importOrigin);
    }

    /** Whatever was to happen to it by itself does not happen any more. */
    public WorkingCopyMetadata asUnpublished() {
        return new WorkingCopyMetadata(id, slug, ArticleState.UNPUBLISHED, version + 1, revision, createdAt, creator, lastSave,
                publication,
                null, null, importOrigin);
    }

    public WorkingCopyMetadata withWithdrawal(Withdrawal why) {
        return new WorkingCopyMetadata(id, slug, ArticleState.WITHDRAWN, version + 1, revision, createdAt, creator, lastSave,
                publication,
                null, why, importOrigin);
    }

    public WorkingCopyMetadata withSchedule(@Nullable Schedule due) {
        return new WorkingCopyMetadata(id, slug, state, version + 1, revision, createdAt, creator, lastSave, publication, due,
                withdrawal,
                importOrigin);
    }

    /** Something that is kept beside the row has changed. */
    public WorkingCopyMetadata withNextVersion() {
        return withSchedule(schedule);
    }

    /** As told to readers, if they were told. */
    public WorkingCopyMetadata withUpdatedAt(@Nullable Instant updatedAt) {
        var told = new PublicationState(publication.revision(), publication.slug(), publication.publishedAt(), updatedAt);
        return new WorkingCopyMetadata(id, slug, state, version, revision, createdAt, creator, lastSave, told, schedule,
                withdrawal,
                importOrigin);
    }

    /** As it would stand if that were the present revision. */
    public WorkingCopyMetadata atRevision(Revision then) {
        return new WorkingCopyMetadata(id, then.slug(), state, version, then.number(), createdAt, creator, then.save(),
                publication,
                schedule, withdrawal, importOrigin);
    }

    public VersionETag etag() {
        return VersionETag.of(id, version);
    }

    public boolean is(ArticleState other) {
        return state == other;
    }

    /** Made up, until there is a headline to make one from. */
    public static String provisionalSlug(UUID id) {
        return "draft-" + id.toString().replace("-", "");
    }

    public boolean hasProvisionalSlug() {
        return slug.equals(provisionalSlug(id));
    }

    /** Whether another save by that person may take the place of this one: it was saved by itself, and nobody published it. */
    public boolean isReplaceableBy(Save next) {
        return next.kind().equals(Save.AUTOSAVE) && lastSave.kind().equals(Save.AUTOSAVE)
                && next.byId() != null && next.byId().equals(lastSave.byId())
                && !Integer.valueOf(revision).equals(publication.revision());
    }

    /** @param id whose draft it is, absent for imports */
    public record Creator(@Nullable UUID id, String name) {
    }

    /**
     * @param byId the caller, absent for imports and where it is told of a former revision
     * @param kind what led to it, one of the words here
     */
    public record Save(Instant at, String by, @Nullable UUID byId, String kind) {

        public static final String SAVE = "save";
        public static final String AUTOSAVE = "autosave";
        public static final String IMPORT = "import";
        public static final String RESTORE = "restore";
        public static final String CORRECTION = "correction";
    }

    /**
     * @param revision which revision is public, or was last
     * @param slug under which it was public last
     * @param publishedAt the first publication, which stays
     */
    public record PublicationState(@Nullable Integer revision, @Nullable String slug, @Nullable Instant publishedAt,
            @Nullable Instant updatedAt) {

        static final PublicationState NONE = new PublicationState(null, null, null, null);

        public Optional<Instant> firstPublishedAt() {
            return Optional.ofNullable(publishedAt);
        }
    }

    /**
     * @param reason stays inside
     * @param notice is public
     */
    public record Withdrawal(Instant at, @Nullable String reason, @Nullable String notice) {
    }

    /**
     * @param originHash of system and id, absent for what nobody imported
     * @param digest of the record last imported
     */
    public record ImportOrigin(@Nullable UUID originHash, byte @Nullable [] digest) {

        public static final ImportOrigin NONE = new ImportOrigin(null, null);

        /** The hash by which an import finds the article of this origin again. */
        public static UUID hash(ArticleContent.Origin origin) {
            return Fingerprint.of("origin\n" + origin.system() + "\n" + origin.id());
        }
    }
}
