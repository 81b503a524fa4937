package org.depesche.content.editorial.lifecycle;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.content.editorial.ArticleState;
import org.depesche.content.editorial.Revision;
import org.depesche.content.editorial.Revisions;
import org.depesche.content.editorial.WorkingCopies;
import org.depesche.content.editorial.WorkingCopy;
import org.depesche.content.editorial.WorkingCopyMetadata;
import org.depesche.content.editorial.desk.ArticleEditor;
import org.depesche.content.model.ArticleSnapshot;
import org.depesche.content.publication.ArticlePublisher;
import org.depesche.platform.problem.Problem;
import org.depesche.platform.problem.ProblemType;

/** The step back from the public: not found any more, or gone with a notice. */
@ApplicationScoped
class ArticleUnpublisher {

    private final ArticleEditor editor;
    private final WorkingCopies copies;
    private final Revisions revisions;
    private final ArticlePublisher publication;

    ArticleUnpublisher(ArticleEditor desk, WorkingCopies copies, Revisions revisions, ArticlePublisher publication) {
        this.editor = desk;
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

    /** Of one that is withdrawn already, reason and notice change; readers are told when theirs does. */
    WorkingCopy withdraw(WorkingCopy before, WithdrawForm form) {
        if (before.metadata().is(ArticleState.DRAFT)) {
            throw new Problem(ProblemType.CONFLICT, "The article never was public; a draft is deleted, not withdrawn.");
        }
        var standing = Optional.ofNullable(before.metadata().withdrawal());
        var why = new WorkingCopyMetadata.Withdrawal(standing.map(WorkingCopyMetadata.Withdrawal::at).orElse(editor.now()),
                form.reason(),
                form.notice());
        if (standing.filter(why::equals).isPresent()) {
            return before;
        }
        if (standing.isEmpty() || !Objects.equals(standing.get().notice(), why.notice())) {
            publication.withdraw(lastPublished(before), why.notice(), why.at());
        }
        return storeState(before, before.metadata().withWithdrawal(why));
    }

    private WorkingCopy storeState(WorkingCopy before, WorkingCopyMetadata entry) {
        var after = new WorkingCopy(entry, before.content());
        copies.updateStateAndUsages(List.of(after));
        return after;
    }

    /** What was public of it last. */
    ArticleSnapshot lastPublished(WorkingCopy copy) {
        var public_ = copy.metadata().publication();
        var number = Objects.requireNonNull(public_.revision());
        var content = number == copy.metadata().revision() ? copy.content()
                : revisions.find(copy.metadata().id(), number).map(Revision::content).orElse(copy.content());
        return new ArticleSnapshot(copy.metadata().id(), Objects.requireNonNull(public_.slug()), number,
                Objects.requireNonNull(public_.publishedAt()), Objects.requireNonNull(public_.updatedAt()), editor.now(),
                content,
                false);
    }
}
