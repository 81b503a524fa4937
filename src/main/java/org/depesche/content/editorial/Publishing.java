package org.depesche.content.editorial;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.content.article.ArticleContent.Correction;
import org.depesche.content.article.Publication;
import org.depesche.content.article.Snapshot;
import org.depesche.content.image.Images;
import org.depesche.platform.problem.InputError;
import org.depesche.platform.problem.Problem;
import org.depesche.platform.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/** The step from the desk to the public: what is saved now goes out, or everything that is missing is told. */
@ApplicationScoped
class Publishing {

    private final ArticleDesk desk;
    private final PublicationRules rules;
    private final Publication publication;
    private final Images images;

    Publishing(ArticleDesk desk, PublicationRules rules, Publication publication, Images images) {
        this.desk = desk;
        this.rules = rules;
        this.publication = publication;
        this.images = images;
    }

    /** Throws what keeps it from being published, all of it. */
    void check(WorkingCopy copy) {
        if (copy.entry().is(ArticleState.WITHDRAWN)) {
            throw new Problem(ProblemType.CONFLICT, "The article was withdrawn.");
        }
        var content = copy.content();
        var lead = Optional.ofNullable(content.image()).flatMap(image -> images.byId(image.id())).orElse(null);
        var errors = new ArrayList<>(rules.missing(content, !content.placements().isEmpty(), lead));
        errors.addAll(tooEarly(copy));
        if (!errors.isEmpty()) {
            throw new Problem(ProblemType.NOT_PUBLISHABLE, errors.size() == 1 ? errors.get(0).detail()
                    : errors.size() + " things keep it from being published; see errors.").with(errors);
        }
    }

    private List<InputError> tooEarly(WorkingCopy copy) {
        var now = desk.now();
        var content = copy.content();
        return Stream.of(late("/embargoUntil", "The embargo lasts until then.", content.embargoUntil(), now),
                late("/publishedAt", "lies in the future; scheduled publication is not available yet.", content.publishedAt(),
                        now))
                .flatMap(Optional::stream).toList();
    }

    private static Optional<InputError> late(String pointer, String detail, @Nullable Instant moment,
            Instant now) {
        return moment != null && moment.isAfter(now) ? Optional.of(InputError.atPointer(pointer, detail)) : Optional.empty();
    }

    WorkingCopy publish(WorkingCopy before, PublishForm form) {
        var corrected = form.note().map(note -> corrected(before, note)).orElse(before);
        check(corrected);
        var now = desk.now();
        var public_ = corrected.entry().publication();
        var publishedAt = Optional.ofNullable(corrected.content().publishedAt()).or(public_::first).orElse(now);
        var entry = corrected.entry().published(publishedAt, updatedAt(before.entry(), publishedAt, form, now));
        var after = desk.keep(before, new WorkingCopy(entry, corrected.content()), Map.of());
        publication.publish(List.of(new Snapshot(entry.id(), entry.slug(), entry.revision(), publishedAt,
                Objects.requireNonNull(entry.publication().updatedAt()), now, after.content(), form.note().isPresent())));
        return after;
    }

    /** The correction stays with the working copy, or the next publication would take it back. */
    private WorkingCopy corrected(WorkingCopy copy, String note) {
        var corrections = new ArrayList<>(copy.content().corrections());
        corrections.add(new Correction(desk.now(), note));
        return new WorkingCopy(copy.entry().saved(copy.entry().slug(), desk.save(), copy.entry().provenance()),
                Amended.corrections(copy.content(), corrections));
    }

    private static Instant updatedAt(DeskEntry before, Instant publishedAt, PublishForm form, Instant now) {
        var told = Optional.ofNullable(before.publication().updatedAt());
        var isFirst = before.publication().revision() == null;
        var updatedAt = isFirst || form.isMinor() ? told.orElse(publishedAt) : now;
        return updatedAt.isBefore(publishedAt) ? publishedAt : updatedAt;
    }
}
