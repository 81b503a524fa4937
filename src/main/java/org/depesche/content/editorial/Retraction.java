package org.depesche.content.editorial;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.content.article.Publication;
import org.depesche.content.article.Snapshot;
import org.depesche.platform.problem.Problem;
import org.depesche.platform.problem.ProblemType;

/** The step back from the public: not found any more, or gone with a notice. */
@ApplicationScoped
class Retraction {

    private final ArticleDesk desk;
    private final WorkingCopies copies;
    private final Revisions revisions;
    private final Publication publication;

    Retraction(ArticleDesk desk, WorkingCopies copies, Revisions revisions, Publication publication) {
        this.desk = desk;
        this.copies = copies;
        this.revisions = revisions;
        this.publication = publication;
    }

    /** A withdrawal is lifted by it: the article is then as if it had never been public. */
    WorkingCopy unpublish(WorkingCopy before) {
        return unpublish(List.of(before)).get(0);
    }

    /** All of them or, where one cannot, none. */
    List<WorkingCopy> unpublish(List<WorkingCopy> before) {
        before.forEach(Retraction::check);
        var after = before.stream().map(copy -> new WorkingCopy(copy.entry().unpublished(), copy.content())).toList();
        copies.retract(after);
        publication.unpublish(before.stream().map(this::last).toList());
        return after;
    }

    private static void check(WorkingCopy copy) {
        if (!copy.entry().is(ArticleState.PUBLISHED) && !copy.entry().is(ArticleState.WITHDRAWN)) {
            throw new Problem(ProblemType.CONFLICT, "The article is not public.");
        }
    }

    /** Of one that is withdrawn already, reason and notice change; readers are told when theirs does. */
    WorkingCopy withdraw(WorkingCopy before, WithdrawForm form) {
        if (before.entry().is(ArticleState.DRAFT)) {
            throw new Problem(ProblemType.CONFLICT, "The article never was public; a draft is deleted, not withdrawn.");
        }
        var standing = Optional.ofNullable(before.entry().withdrawal());
        var why = new DeskEntry.Withdrawal(standing.map(DeskEntry.Withdrawal::at).orElse(desk.now()), form.reason(),
                form.notice());
        if (standing.filter(why::equals).isPresent()) {
            return before;
        }
        if (standing.isEmpty() || !Objects.equals(standing.get().notice(), why.notice())) {
            publication.withdraw(last(before), why.notice(), why.at());
        }
        return restated(before, before.entry().withdrawn(why));
    }

    private WorkingCopy restated(WorkingCopy before, DeskEntry entry) {
        var after = new WorkingCopy(entry, before.content());
        copies.retract(List.of(after));
        return after;
    }

    /** What was public of it last. */
    Snapshot last(WorkingCopy copy) {
        var public_ = copy.entry().publication();
        var number = Objects.requireNonNull(public_.revision());
        var content = number == copy.entry().revision() ? copy.content()
                : revisions.one(copy.entry().id(), number).map(Revision::content).orElse(copy.content());
        return new Snapshot(copy.entry().id(), Objects.requireNonNull(public_.slug()), number,
                Objects.requireNonNull(public_.publishedAt()), Objects.requireNonNull(public_.updatedAt()), desk.now(), content,
                false);
    }
}
