package org.depesche.content.editorial.lifecycle;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.content.editorial.ArticleState;
import org.depesche.content.editorial.Revision;
import org.depesche.content.editorial.RevisionRepository;
import org.depesche.content.editorial.WorkingCopy;
import org.depesche.content.editorial.WorkingCopyMetadata;
import org.depesche.content.editorial.WorkingCopyRepository;
import org.depesche.content.model.ArticleSnapshot;
import org.depesche.content.publication.ArticlePublisher;
import org.depesche.platform.problem.Problem;
import org.depesche.platform.problem.ProblemType;

/** Unpublishes and withdraws articles. A withdrawn article is a tombstone with a notice. */
@ApplicationScoped
class ArticleUnpublisher {

    private final Clock clock;
    private final WorkingCopyRepository copies;
    private final RevisionRepository revisions;
    private final ArticlePublisher publication;

    ArticleUnpublisher(Clock clock, WorkingCopyRepository copies, RevisionRepository revisions,
            ArticlePublisher publication) {
        this.clock = clock;
        this.copies = copies;
        this.revisions = revisions;
        this.publication = publication;
    }

    /** Unpublishes an article. A withdrawal is lifted, and the article is as if it had never been public. */
    WorkingCopy unpublish(WorkingCopy before) {
        return unpublish(List.of(before)).get(0);
    }

    /** Unpublishes all of the articles, or none if one of them is not public. */
    List<WorkingCopy> unpublish(List<WorkingCopy> before) {
        before.forEach(ArticleUnpublisher::requirePublic);
        var after = before.stream().map(copy -> new WorkingCopy(copy.metadata().asUnpublished(), copy.content())).toList();
        copies.updateStateAndUsages(after);
        publication.unpublish(before.stream().map(this::lastPublished).toList());
        return after;
    }

    private static void requirePublic(WorkingCopy copy) {
        if (!copy.metadata().is(ArticleState.PUBLISHED) && !copy.metadata().is(ArticleState.WITHDRAWN)) {
            throw new Problem(ProblemType.CONFLICT, "The article is not public.");
        }
    }

    /** Withdraws an article. If it is withdrawn already, the reason and the notice change; a new notice is published. */
    WorkingCopy withdraw(WorkingCopy before, WithdrawForm form) {
        if (before.metadata().is(ArticleState.DRAFT)) {
            throw new Problem(ProblemType.CONFLICT, "The article never was public; a draft is deleted, not withdrawn.");
        }
        var existing = Optional.ofNullable(before.metadata().withdrawal());
        var withdrawal = new WorkingCopyMetadata.Withdrawal(
                existing.map(WorkingCopyMetadata.Withdrawal::at).orElse(clock.instant()),
                form.reason(),
                form.notice());
        if (existing.filter(withdrawal::equals).isPresent()) {
            return before;
        }
        if (existing.isEmpty() || !Objects.equals(existing.get().notice(), withdrawal.notice())) {
            publication.withdraw(lastPublished(before), withdrawal.notice(), withdrawal.at());
        }
        return storeState(before, before.metadata().withWithdrawal(withdrawal));
    }

    private WorkingCopy storeState(WorkingCopy before, WorkingCopyMetadata entry) {
        var after = new WorkingCopy(entry, before.content());
        copies.updateStateAndUsages(List.of(after));
        return after;
    }

    /** Returns the revision that was published last. */
    ArticleSnapshot lastPublished(WorkingCopy copy) {
        var published = copy.metadata().publication();
        var number = Objects.requireNonNull(published.revision());
        var content = number == copy.metadata().revision() ? copy.content()
                : revisions.find(copy.metadata().id(), number).map(Revision::content).orElse(copy.content());
        // without its serial number, which only the rows of public articles store
        return new ArticleSnapshot(copy.metadata().id(), 0, Objects.requireNonNull(published.slug()), number,
                Objects.requireNonNull(published.publishedAt()), Objects.requireNonNull(published.updatedAt()), clock.instant(),
                content,
                false);
    }
}
