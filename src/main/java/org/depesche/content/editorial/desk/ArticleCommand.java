package org.depesche.content.editorial.desk;

import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.content.body.html.Warning;
import org.depesche.content.editorial.EditableWorkingCopies;
import org.depesche.content.editorial.WorkingCopy;
import org.depesche.content.editorial.form.EditorialArticleView;
import org.depesche.platform.audit.AuditAction;
import org.depesche.platform.audit.AuditLog;
import org.depesche.platform.database.Transactions;
import org.depesche.platform.http.response.WithETag;
import org.jspecify.annotations.Nullable;

/**
 * Executes a change of an article in a transaction: it checks the version, changes the article, writes the audit log and
 * returns the new representation.
 */
@ApplicationScoped
public class ArticleCommand {

    private final EditableWorkingCopies workingCopies;
    private final EditorialArticleViews views;
    private final Transactions transactions;
    private final AuditLog audit;

    ArticleCommand(EditableWorkingCopies workingCopies, EditorialArticleViews views, Transactions transactions,
            AuditLog audit) {
        this.workingCopies = workingCopies;
        this.views = views;
        this.transactions = transactions;
        this.audit = audit;
    }

    /**
     * Executes a step. The request is refused with 428 without an ETag, and with 412 if the article has another version.
     *
     * @param ifMatch the ETag that the client has read
     */
    public WithETag<EditorialArticleView> execute(String ref, @Nullable String ifMatch, String action,
            UnaryOperator<WorkingCopy> step) {
        return executeWithWarnings(ref, ifMatch, action, copy -> new CopyWithWarnings(step.apply(copy), List.of()));
    }

    /** Executes a step that also returns warnings. */
    public WithETag<EditorialArticleView> executeWithWarnings(String ref, @Nullable String ifMatch, String action,
            Function<WorkingCopy, CopyWithWarnings> step) {
        return change(ref, before -> before.metadata().etag().checkChange(ifMatch), action, step);
    }

    /**
     * Executes a step in a transaction and records it in the audit log.
     *
     * @param check checks that the client has seen the current version
     */
    WithETag<EditorialArticleView> change(String ref, Consumer<WorkingCopy> check, String action,
            Function<WorkingCopy, CopyWithWarnings> step) {
        return transactions.call(() -> {
            var before = workingCopies.findForUpdate(ref);
            check.accept(before);
            var after = step.apply(before);
            recordAudit(action, before, after.copy());
            return views.withETag(after.copy(), after.warnings());
        });
    }

    /** Executes a deletion in a transaction, after the check of the version. The deletion records itself in the audit log. */
    public void executeDeletion(String ref, @Nullable String ifMatch, Consumer<WorkingCopy> deletion) {
        transactions.run(() -> {
            var copy = workingCopies.findForUpdate(ref);
            copy.metadata().etag().checkChange(ifMatch);
            deletion.accept(copy);
        });
    }

    /** @param after absent after a deletion */
    void recordAudit(String action, @Nullable WorkingCopy before, @Nullable WorkingCopy after) {
        var subject = Objects.requireNonNull(after == null ? before : after).metadata().id();
        audit.record(new AuditAction(action, "article", subject, revisionNumber(before), revisionNumber(after)));
    }

    /** The result of a step. */
    public record CopyWithWarnings(WorkingCopy copy, List<Warning> warnings) {
    }

    private static @Nullable Long revisionNumber(@Nullable WorkingCopy copy) {
        return copy == null ? null : (long) copy.metadata().revision();
    }
}
