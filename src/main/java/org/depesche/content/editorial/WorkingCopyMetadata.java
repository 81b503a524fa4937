package org.depesche.content.editorial;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import org.depesche.content.model.ArticleContent;
import org.depesche.content.taxonomy.Fingerprint;
import org.depesche.platform.http.response.VersionETag;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * A working copy without its content.
 *
 * @param version counts all changes of the row; the ETag is made from it
 * @param revision counts the saves
 * @param importOrigin the origin of an imported article
 */
public record WorkingCopyMetadata(UUID id, String slug, long version, int revision, Creator creator, Save lastSave,
        LifeCycle lifeCycle, ImportOrigin importOrigin) {

    /** Returns the metadata of a new article, with version 1 and revision 1. */
    public static WorkingCopyMetadata newDraft(UUID id, String slug, Creator creator, Save save, ImportOrigin origin) {
        return new WorkingCopyMetadata(id, slug, 1, 1, creator, save, LifeCycle.DRAFT, origin);
    }

    /** Returns the metadata after a save that adds a revision. */
    public WorkingCopyMetadata withNewRevision(String newSlug, Save save, ImportOrigin origin) {
        return new WorkingCopyMetadata(id, newSlug, version + 1, revision + 1, creator, save, lifeCycle, origin);
    }

    /** Replaces the present revision, whereas {@link #withNewRevision} adds one. */
    public WorkingCopyMetadata withReplacedRevision(String newSlug, Save save, ImportOrigin origin) {
        return new WorkingCopyMetadata(id, newSlug, version + 1, revision, creator, save, lifeCycle, origin);
    }

    /** Returns the metadata after a publication. A scheduled publication ends; a schedule to unpublish stays. */
    public WorkingCopyMetadata withPublication(Instant publishedAt, Instant updatedAt) {
        var schedule = Optional.ofNullable(schedule()).filter(due -> due.action() == Schedule.Action.UNPUBLISH).orElse(null);
        return withLifeCycle(new LifeCycle(ArticleState.PUBLISHED, new PublicationState(revision, slug, publishedAt, updatedAt),
                schedule, null));
    }

    /** Returns the metadata of an article that readers no longer see. Its schedule ends as well. */
    public WorkingCopyMetadata asUnpublished() {
        return withLifeCycle(new LifeCycle(ArticleState.UNPUBLISHED, publication(), null, null));
    }

    /** Returns the metadata of a withdrawn article. Its schedule ends as well. */
    public WorkingCopyMetadata withWithdrawal(Withdrawal withdrawal) {
        return withLifeCycle(new LifeCycle(ArticleState.WITHDRAWN, publication(), null, withdrawal));
    }

    /** Returns the metadata with another schedule; null removes it. */
    public WorkingCopyMetadata withSchedule(@Nullable Schedule schedule) {
        return withLifeCycle(new LifeCycle(state(), publication(), schedule, withdrawal()));
    }

    /** Returns the next version after a change of data outside of the row. */
    public WorkingCopyMetadata withNextVersion() {
        return withLifeCycle(lifeCycle);
    }

    private WorkingCopyMetadata withLifeCycle(LifeCycle next) {
        return new WorkingCopyMetadata(id, slug, version + 1, revision, creator, lastSave, next, importOrigin);
    }

    /**
     * Sets the time of the last change that readers see, in the same version. Without effect after the first publication:
     * from then on publishing sets it.
     */
    public WorkingCopyMetadata withUpdatedAt(@Nullable Instant updatedAt) {
        if (wasPublished()) {
            return this;
        }
        var former = publication();
        var publication = new PublicationState(former.revision(), former.slug(), former.publishedAt(), updatedAt);
        return new WorkingCopyMetadata(id, slug, version, revision, creator, lastSave,
                new LifeCycle(state(), publication, schedule(), withdrawal()), importOrigin);
    }

    /** Returns the metadata as if a former revision were the present one. */
    public WorkingCopyMetadata atRevision(Revision former) {
        return new WorkingCopyMetadata(id, former.slug(), version, former.number(), creator, former.save(), lifeCycle,
                importOrigin);
    }

    public ArticleState state() {
        return lifeCycle.state();
    }

    public PublicationState publication() {
        return lifeCycle.publication();
    }

    public @Nullable Schedule schedule() {
        return lifeCycle.schedule();
    }

    public @Nullable Withdrawal withdrawal() {
        return lifeCycle.withdrawal();
    }

    public VersionETag etag() {
        return VersionETag.of(id, version);
    }

    public boolean is(ArticleState other) {
        return state() == other;
    }

    /** Returns the slug of a draft without a headline. */
    public static String provisionalSlug(UUID id) {
        return "draft-" + id.toString().replace("-", "");
    }

    /** Returns whether the article is or was public. */
    public boolean wasPublished() {
        return publication().revision() != null;
    }

    /** Returns whether the slug is still that of a draft without a headline. */
    public boolean hasProvisionalSlug() {
        return slug.equals(provisionalSlug(id));
    }

    /** Returns whether a save may replace the last: both are autosaves of one person, and the revision was not published. */
    public boolean isReplaceableBy(Save next) {
        return next.kind() == SaveKind.AUTOSAVE && lastSave.kind() == SaveKind.AUTOSAVE
                && next.byId() != null && next.byId().equals(lastSave.byId())
                && !Integer.valueOf(revision).equals(publication().revision());
    }

    /** @param id the key of the author, absent for imports */
    public record Creator(@Nullable UUID id, String name, Instant at) {
    }

    /** @param byId the key of the person, absent for imports and for former revisions */
    public record Save(Instant at, String by, @Nullable UUID byId, SaveKind kind) {
    }

    /** The occasion of a save. */
    public enum SaveKind {
        SAVE,
        AUTOSAVE,
        IMPORT,
        RESTORE,
        CORRECTION;

        /** Returns the name in the API and in the database. */
        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static SaveKind of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    /**
     * What happened to the article for readers, and what is scheduled.
     *
     * @param state the state for readers
     * @param schedule the next scheduled action
     * @param withdrawal the reason and notice of a withdrawn article
     */
    public record LifeCycle(ArticleState state, PublicationState publication, @Nullable Schedule schedule,
            @Nullable Withdrawal withdrawal) {

        static final LifeCycle DRAFT = new LifeCycle(ArticleState.DRAFT, PublicationState.NONE, null, null);
    }

    /**
     * The last publication; all members are absent before the first.
     *
     * @param revision the revision that is public, or was public last
     * @param slug the slug of the last publication
     * @param publishedAt the time of the first publication
     */
    public record PublicationState(@Nullable Integer revision, @Nullable String slug, @Nullable Instant publishedAt,
            @Nullable Instant updatedAt) {

        static final PublicationState NONE = new PublicationState(null, null, null, null);

        public Optional<Instant> firstPublishedAt() {
            return Optional.ofNullable(publishedAt);
        }
    }

    /**
     * The withdrawal of an article.
     *
     * @param reason the reason, which only the desk sees
     * @param notice the notice to readers
     */
    public record Withdrawal(Instant at, @Nullable String reason, @Nullable String notice) {
    }

    /**
     * The record of an import from which the article was made.
     *
     * @param originHash the hash of system and id; absent if the article was not imported
     * @param digest the SHA-256 of the record that was imported last
     */
    public record ImportOrigin(@Nullable UUID originHash, byte @Nullable [] digest) {

        public static final ImportOrigin NONE = new ImportOrigin(null, null);

        /** Returns the hash by which an import finds the article of an origin. */
        public static UUID hash(ArticleContent.Origin origin) {
            return Fingerprint.of("origin\n" + origin.system() + "\n" + origin.id());
        }
    }
}
