package org.depesche.content.editorial.lifecycle;

import java.time.Clock;
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
import org.depesche.content.editorial.EditableWorkingCopies;
import org.depesche.content.editorial.WorkingCopy;
import org.depesche.content.editorial.WorkingCopyMetadata;
import org.depesche.content.editorial.WorkingCopyRepository;
import org.depesche.content.editorial.form.PlacementChecker;
import org.depesche.content.image.Images;
import org.depesche.content.model.ArticleContent.Correction;
import org.depesche.content.model.ArticleSnapshot;
import org.depesche.content.projection.url.UrlOwnership;
import org.depesche.content.publication.ArticlePublisher;
import org.depesche.platform.problem.InputError;
import org.depesche.platform.problem.Problem;
import org.depesche.platform.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/** Publishes working copies, or reports all requirements that they do not meet. */
@ApplicationScoped
class WorkingCopyPublisher {

    private final EditableWorkingCopies workingCopies;
    private final WorkingCopyRepository copies;
    private final PublishingRequirements requirements;
    private final ArticlePublisher publication;
    private final Images images;
    private final PlacementChecker placements;
    private final Clock clock;

    WorkingCopyPublisher(EditableWorkingCopies workingCopies, WorkingCopyRepository copies, PublishingRequirements requirements,
            ArticlePublisher publication, Images images, PlacementChecker placements, Clock clock) {
        this.workingCopies = workingCopies;
        this.copies = copies;
        this.requirements = requirements;
        this.publication = publication;
        this.images = images;
        this.placements = placements;
        this.clock = clock;
    }

    /**
     * Throws a problem with all reasons why the working copy cannot be published at that time.
     *
     * @param moment now, or the scheduled time
     */
    void requirePublishable(WorkingCopy copy, Instant moment) {
        requirePublishable(copy, moment, publication.urlOwnership(copy.content().distribution().aliases()));
    }

    private void requirePublishable(WorkingCopy copy, Instant moment, UrlOwnership urlOwnership) {
        if (copy.metadata().is(ArticleState.WITHDRAWN)) {
            throw new Problem(ProblemType.CONFLICT,
                    "The article was withdrawn. To bring it back, lift the withdrawal with `unpublish` first.");
        }
        var content = copy.content();
        var lead = Optional.ofNullable(content.story().image()).flatMap(image -> images.byId(image.id())).orElse(null);
        // An image that was deleted does not count.
        var errors = new ArrayList<>(
                requirements.missingFields(lead == null ? content.withStory(story -> story.withImage(null)) : content,
                        content.classification().placements().stream().anyMatch(placements::exists), lead));
        errorIfLater("/embargoUntil", "The embargo lasts longer.", content.distribution().embargoUntil(), moment)
                .ifPresent(errors::add);
        errorIfLater("/publishedAt", "lies later than the publication; publish with `at`, or take it out.",
                content.distribution().publishedAt(),
                moment).ifPresent(errors::add);
        errors.addAll(requirements.takenAliases(content.distribution().aliases(), urlOwnership, copy.metadata().id()));
        if (!errors.isEmpty()) {
            throw new Problem(ProblemType.NOT_PUBLISHABLE, errors.size() == 1 ? errors.get(0).detail()
                    : errors.size() + " things keep it from being published; see errors.").with(errors);
        }
    }

    private static Optional<InputError> errorIfLater(String pointer, String detail, @Nullable Instant limit, Instant moment) {
        return limit != null && limit.isAfter(moment) ? Optional.of(InputError.atPointer(pointer, detail)) : Optional.empty();
    }

    WorkingCopy publish(PublishRequest request) {
        return publish(List.of(request)).get(0);
    }

    /** Publishes all of the copies, or none if one of them does not meet the requirements. */
    List<WorkingCopy> publish(List<PublishRequest> outgoing) {
        // Loads all lead images into the cache with one statement. The checks of each copy read them one by one.
        images.byIds(outgoing.stream().flatMap(request -> Stream.ofNullable(request.copy().content().story().image()))
                .map(ImageReference::id)
                .toList());
        var urlOwnership = publication
                .urlOwnership(
                        outgoing.stream().flatMap(request -> request.copy().content().distribution().aliases().stream())
                                .toList());
        var after = outgoing.stream().map(request -> toPublished(request, urlOwnership)).toList();
        workingCopies.replace(outgoing.stream().map(PublishRequest::copy).toList(), after);
        var serials = copies.serials(after.stream().map(copy -> copy.metadata().id()).toList());
        publication.publish(IntStream.range(0, after.size())
                .mapToObj(i -> snapshot(after.get(i), serials.get(after.get(i).metadata().id()),
                        outgoing.get(i).form().optionalCorrection().isPresent()))
                .toList());
        return after;
    }

    private WorkingCopy toPublished(PublishRequest request, UrlOwnership urlOwnership) {
        var before = request.copy();
        var copy = request.form().optionalCorrection().map(note -> withCorrection(before, note, request.by())).orElse(before);
        requirePublishable(copy, request.moment(), urlOwnership);
        urlOwnership.assign(copy.content().distribution().aliases(), copy.metadata().id(), copy.metadata().slug());
        var publishedAt = copy.publishedAt().orElse(request.moment());
        return new WorkingCopy(
                copy.metadata().withPublication(publishedAt,
                        updatedAt(before.metadata(), publishedAt, request.form(), request.moment())),
                copy.content());
    }

    private ArticleSnapshot snapshot(WorkingCopy copy, long serial, boolean isCorrection) {
        var entry = copy.metadata();
        return new ArticleSnapshot(entry.id(), serial, entry.slug(), entry.revision(),
                Objects.requireNonNull(entry.publication().publishedAt()),
                Objects.requireNonNull(entry.publication().updatedAt()), clock.instant(), copy.content(), isCorrection);
    }

    /** Adds the correction to the working copy, because the next publication would remove it otherwise. */
    private WorkingCopy withCorrection(WorkingCopy copy, String note, String by) {
        var corrections = new ArrayList<>(copy.content().story().corrections());
        corrections.add(new Correction(clock.instant(), note));
        var save = new WorkingCopyMetadata.Save(clock.instant(), by, null, WorkingCopyMetadata.SaveKind.CORRECTION);
        return new WorkingCopy(copy.metadata().withNewRevision(copy.metadata().slug(), save, copy.metadata().importOrigin()),
                copy.content().withStory(story -> story.withCorrections(corrections)));
    }

    private static Instant updatedAt(WorkingCopyMetadata before, Instant publishedAt, PublishForm form, Instant moment) {
        var reported = Optional.ofNullable(before.publication().updatedAt()).orElse(publishedAt);
        if (!before.wasPublished()) {
            // a time ahead of the clock would stand in feeds, and at the top of lists, until it is reached
            return latest(publishedAt, reported.isAfter(moment) ? moment : reported);
        }
        return latest(publishedAt, form.minor() ? reported : moment);
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /**
     * A working copy to publish.
     *
     * @param moment now, or the scheduled time; a first publication gets this time
     * @param by the name of the person who publishes
     */
    record PublishRequest(WorkingCopy copy, PublishForm form, Instant moment, String by) {
    }
}
