package org.depesche.content.editorial;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.content.article.AddressClaims;
import org.depesche.content.article.ArticleContent.Correction;
import org.depesche.content.article.Publication;
import org.depesche.content.article.Snapshot;
import org.depesche.content.body.ImageUse;
import org.depesche.content.image.Images;
import org.depesche.platform.problem.InputError;
import org.depesche.platform.problem.Problem;
import org.depesche.platform.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/** The step from the desk to the public: what is saved goes out, or everything that is missing is told. */
@ApplicationScoped
class Publishing {

    private final ArticleDesk desk;
    private final PublicationRules rules;
    private final Publication publication;
    private final Images images;
    private final StandingPlaces places;

    Publishing(ArticleDesk desk, PublicationRules rules, Publication publication, Images images,
            StandingPlaces places) {
        this.desk = desk;
        this.rules = rules;
        this.publication = publication;
        this.images = images;
        this.places = places;
    }

    /**
     * Throws what keeps it from being published at that moment, all of it.
     *
     * @param moment now, or when it is due
     */
    void check(WorkingCopy copy, Instant moment) {
        check(copy, moment, publication.claims(copy.content().aliases()));
    }

    private void check(WorkingCopy copy, Instant moment, AddressClaims claims) {
        if (copy.entry().is(ArticleState.WITHDRAWN)) {
            throw new Problem(ProblemType.CONFLICT,
                    "The article was withdrawn. To bring it back, lift the withdrawal with `unpublish` first.");
        }
        var content = copy.content();
        var lead = Optional.ofNullable(content.image()).flatMap(image -> images.byId(image.id())).orElse(null);
        // an image that is no more is none
        var errors = new ArrayList<>(rules.missing(lead == null ? Amended.withoutImage(content) : content,
                content.placements().stream().anyMatch(places::isThere), lead));
        late("/embargoUntil", "The embargo lasts longer.", content.embargoUntil(), moment).ifPresent(errors::add);
        late("/publishedAt", "lies later than the publication; publish with `at`, or take it out.", content.publishedAt(),
                moment).ifPresent(errors::add);
        errors.addAll(rules.taken(content.aliases(), claims, copy.entry().id()));
        if (!errors.isEmpty()) {
            throw new Problem(ProblemType.NOT_PUBLISHABLE, errors.size() == 1 ? errors.get(0).detail()
                    : errors.size() + " things keep it from being published; see errors.").with(errors);
        }
    }

    private static Optional<InputError> late(String pointer, String detail, @Nullable Instant limit, Instant moment) {
        return limit != null && limit.isAfter(moment) ? Optional.of(InputError.atPointer(pointer, detail)) : Optional.empty();
    }

    WorkingCopy publish(Outgoing one) {
        return publish(List.of(one)).get(0);
    }

    /** Publishes the copies as they are: all of them or, where something keeps one from it, none. */
    List<WorkingCopy> publish(List<Outgoing> outgoing) {
        images.byIds(outgoing.stream().flatMap(one -> Stream.ofNullable(one.copy().content().image())).map(ImageUse::id)
                .toList());
        var claims = publication.claims(outgoing.stream().flatMap(one -> one.copy().content().aliases().stream()).toList());
        var after = outgoing.stream().map(one -> published(one, claims)).toList();
        desk.keep(outgoing.stream().map(Outgoing::copy).toList(), after);
        publication.publish(IntStream.range(0, after.size())
                .mapToObj(i -> snapshot(after.get(i), outgoing.get(i).form().note().isPresent())).toList());
        return after;
    }

    private WorkingCopy published(Outgoing one, AddressClaims claims) {
        var before = one.copy();
        var copy = one.form().note().map(note -> corrected(before, note, one.by())).orElse(before);
        check(copy, one.moment(), claims);
        claims.claim(copy.content().aliases(), copy.entry().id(), copy.entry().slug());
        var public_ = copy.entry().publication();
        var publishedAt = Optional.ofNullable(copy.content().publishedAt()).or(public_::first).orElse(one.moment());
        return new WorkingCopy(
                copy.entry().published(publishedAt, updatedAt(before.entry(), publishedAt, one.form(), one.moment())),
                copy.content());
    }

    private Snapshot snapshot(WorkingCopy copy, boolean isCorrection) {
        var entry = copy.entry();
        return new Snapshot(entry.id(), entry.slug(), entry.revision(),
                Objects.requireNonNull(entry.publication().publishedAt()),
                Objects.requireNonNull(entry.publication().updatedAt()), desk.now(), copy.content(), isCorrection);
    }

    /** The correction stays with the working copy, or the next publication would take it back. */
    private WorkingCopy corrected(WorkingCopy copy, String note, String by) {
        var corrections = new ArrayList<>(copy.content().corrections());
        corrections.add(new Correction(desk.now(), note));
        var save = new DeskEntry.Save(desk.now(), by, null, DeskEntry.Save.CORRECTION);
        return new WorkingCopy(copy.entry().saved(copy.entry().slug(), save, copy.entry().provenance()),
                Amended.corrections(copy.content(), corrections));
    }

    private static Instant updatedAt(DeskEntry before, Instant publishedAt, PublishForm form, Instant moment) {
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
    record Outgoing(WorkingCopy copy, PublishForm form, Instant moment, String by) {
    }
}
