package org.depesche.content.editorial.lifecycle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.content.body.ImageReference;
import org.depesche.content.editorial.ArticleState;
import org.depesche.content.editorial.WorkingCopy;
import org.depesche.content.editorial.WorkingCopyMetadata;
import org.depesche.content.editorial.desk.ArticleEditor;
import org.depesche.content.editorial.form.PlacementChecker;
import org.depesche.content.image.Images;
import org.depesche.content.model.ArticleContent.Correction;
import org.depesche.content.model.ArticleSnapshot;
import org.depesche.content.projection.UrlOwnership;
import org.depesche.content.publication.ArticlePublisher;
import org.depesche.platform.problem.InputError;
import org.depesche.platform.problem.Problem;
import org.depesche.platform.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/** The step from the desk to the public: what is saved goes out, or everything that is missing is told. */
@ApplicationScoped
class WorkingCopyPublisher {

    private final ArticleEditor editor;
    private final PublishingRequirements requirements;
    private final ArticlePublisher publication;
    private final Images images;
    private final PlacementChecker places;

    WorkingCopyPublisher(ArticleEditor desk, PublishingRequirements rules, ArticlePublisher publication, Images images,
            PlacementChecker places) {
        this.editor = desk;
        this.requirements = rules;
        this.publication = publication;
        this.images = images;
        this.places = places;
    }

    /**
     * Throws what keeps it from being published at that moment, all of it.
     *
     * @param moment now, or when it is due
     */
    void requirePublishable(WorkingCopy copy, Instant moment) {
        requirePublishable(copy, moment, publication.urlOwnership(copy.content().distribution().aliases()));
    }

    private void requirePublishable(WorkingCopy copy, Instant moment, UrlOwnership claims) {
        if (copy.metadata().is(ArticleState.WITHDRAWN)) {
            throw new Problem(ProblemType.CONFLICT,
                    "The article was withdrawn. To bring it back, lift the withdrawal with `unpublish` first.");
        }
        var content = copy.content();
        var lead = Optional.ofNullable(content.story().image()).flatMap(image -> images.byId(image.id())).orElse(null);
        // An image that was deleted does not count.
        var errors = new ArrayList<>(
                requirements.missingFields(lead == null ? content.withStory(story -> story.withImage(null)) : content,
                        content.classification().placements().stream().anyMatch(places::exists), lead));
        errorIfLater("/embargoUntil", "The embargo lasts longer.", content.distribution().embargoUntil(), moment)
                .ifPresent(errors::add);
        errorIfLater("/publishedAt", "lies later than the publication; publish with `at`, or take it out.",
                content.distribution().publishedAt(),
                moment).ifPresent(errors::add);
        errors.addAll(requirements.takenAliases(content.distribution().aliases(), claims, copy.metadata().id()));
        if (!errors.isEmpty()) {
            throw new Problem(ProblemType.NOT_PUBLISHABLE, errors.size() == 1 ? errors.get(0).detail()
                    : errors.size() + " things keep it from being published; see errors.").with(errors);
        }
    }

    private static Optional<InputError> errorIfLater(String pointer, String detail, @Nullable Instant limit, Instant moment) {
        return limit != null && limit.isAfter(moment) ? Optional.of(InputError.atPointer(pointer, detail)) : Optional.empty();
    }

    WorkingCopy publish(PublishRequest one) {
        return publish(List.of(one)).get(0);
    }

    /** Publishes the copies as they are: all of them or, where something keeps one from it, none. */
    List<WorkingCopy> publish(List<PublishRequest> outgoing) {
        images.byIds(outgoing.stream().flatMap(one -> Stream.ofNullable(one.copy().content().story().image()))
                .map(ImageReference::id)
                .toList());
        var claims = publication
                .urlOwnership(
                        outgoing.stream().flatMap(one -> one.copy().content().distribution().aliases().stream()).toList());
        var after = outgoing.stream().map(one -> toPublished(one, claims)).toList();
        editor.storeRevisions(outgoing.stream().map(PublishRequest::copy).toList(), after);
        publication.publish(IntStream.range(0, after.size())
                .mapToObj(i -> snapshot(after.get(i), outgoing.get(i).form().optionalCorrection().isPresent())).toList());
        return after;
    }

    private WorkingCopy toPublished(PublishRequest one, UrlOwnership claims) {
        var before = one.copy();
        var copy = one.form().optionalCorrection().map(note -> withCorrection(before, note, one.by())).orElse(before);
        requirePublishable(copy, one.moment(), claims);
        claims.assign(copy.content().distribution().aliases(), copy.metadata().id(), copy.metadata().slug());
        var public_ = copy.metadata().publication();
        var publishedAt = Optional.ofNullable(copy.content().distribution().publishedAt()).or(public_::firstPublishedAt)
                .orElse(one.moment());
        return new WorkingCopy(
                copy.metadata().withPublication(publishedAt,
                        updatedAt(before.metadata(), publishedAt, one.form(), one.moment())),
                copy.content());
    }

    private ArticleSnapshot snapshot(WorkingCopy copy, boolean isCorrection) {
        var entry = copy.metadata();
        return new ArticleSnapshot(entry.id(), entry.slug(), entry.revision(),
                Objects.requireNonNull(entry.publication().publishedAt()),
                Objects.requireNonNull(entry.publication().updatedAt()), editor.now(), copy.content(), isCorrection);
    }

    /** The correction stays with the working copy, or the next publication would take it back. */
    private WorkingCopy withCorrection(WorkingCopy copy, String note, String by) {
        var corrections = new ArrayList<>(copy.content().story().corrections());
        corrections.add(new Correction(editor.now(), note));
        var save = new WorkingCopyMetadata.Save(editor.now(), by, null, WorkingCopyMetadata.Save.CORRECTION);
        return new WorkingCopy(copy.metadata().withNewRevision(copy.metadata().slug(), save, copy.metadata().importOrigin()),
                copy.content().withStory(story -> story.withCorrections(corrections)));
    }

    private static Instant updatedAt(WorkingCopyMetadata before, Instant publishedAt, PublishForm form, Instant moment) {
        var told = Optional.ofNullable(before.publication().updatedAt());
        var isFirst = before.publication().revision() == null;
        var updatedAt = isFirst || form.isMinor() ? told.orElse(publishedAt) : moment;
        return updatedAt.isBefore(publishedAt) ? publishedAt : updatedAt;
    }

    /**
     * What is to go out.
     *
     * @param moment the first publication, if this is it: now, or when it was due
     * @param by who wants it
     */
    record PublishRequest(WorkingCopy copy, PublishForm form, Instant moment, String by) {
    }
}
