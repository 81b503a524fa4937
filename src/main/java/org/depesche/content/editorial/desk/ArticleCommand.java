package org.depesche.content.editorial.desk;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.content.body.html.Warning;
import org.depesche.content.editorial.WorkingCopies;
import org.depesche.content.editorial.WorkingCopy;
import org.depesche.content.editorial.WorkingCopyMetadata;
import org.depesche.content.editorial.form.EditorialArticleView;
import org.depesche.content.projection.RelatedPicks;
import org.depesche.kernel.Uuid7;
import org.depesche.platform.audit.AuditAction;
import org.depesche.platform.audit.AuditLog;
import org.depesche.platform.database.Transactions;
import org.depesche.platform.http.response.VersionETag;
import org.jspecify.annotations.Nullable;

/** What every change of an article has around it: one transaction, the version read, the audit, the answer. */
@ApplicationScoped
public class ArticleCommand {

    private final ArticleEditor editor;
    private final EditorialArticleViews views;
    private final WorkingCopies copies;
    private final RelatedPicks picks;
    private final Transactions transactions;
    private final AuditLog audit;

    ArticleCommand(ArticleEditor desk, EditorialArticleViews views, WorkingCopies copies, RelatedPicks picks,
            Transactions transactions, AuditLog audit) {
        this.editor = desk;
        this.views = views;
        this.copies = copies;
        this.picks = picks;
        this.transactions = transactions;
        this.audit = audit;
    }

    /** @param ifMatch the version the caller has read; without it, or with another, nothing happens */
    public ArticleWithETag execute(String ref, @Nullable String ifMatch, String action, UnaryOperator<WorkingCopy> step) {
        return executeWithWarnings(ref, ifMatch, action, copy -> new CopyWithWarnings(step.apply(copy), List.of()));
    }

    /** The same, where the step has something to tell of what it did. */
    public ArticleWithETag executeWithWarnings(String ref, @Nullable String ifMatch, String action,
            Function<WorkingCopy, CopyWithWarnings> step) {
        return transactions.call(() -> {
            var before = editor.find(ref, true);
            ArticleWithETag.etag(before.metadata()).checkChange(ifMatch);
            var after = step.apply(before);
            recordAudit(action, before, after.copy());
            return toResult(after.copy(), after.warnings());
        });
    }

    public ArticleWithETag toResult(WorkingCopy copy, List<Warning> warnings) {
        return new ArticleWithETag(view(copy, warnings), ArticleWithETag.etag(copy.metadata()));
    }

    public EditorialArticleView view(WorkingCopy copy, List<Warning> warnings) {
        var picked = picks.forArticle(copy.metadata().id());
        Map<UUID, String> slugs = picked.isEmpty() ? Map.of() : copies.currentSlugs(picked);
        return views.view(copy, picked.stream().filter(slugs::containsKey).map(slugs::get).toList(), warnings);
    }

    /** @param after absent: it is no more */
    void recordAudit(String action, @Nullable WorkingCopy before, @Nullable WorkingCopy after) {
        var subject = Objects.requireNonNull(after == null ? before : after).metadata().id();
        audit.record(new AuditAction(action, "article", subject, revisionNumber(before), revisionNumber(after)));
    }

    /** What became of a copy. */
    public record CopyWithWarnings(WorkingCopy copy, List<Warning> warnings) {
    }

    private static @Nullable Long revisionNumber(@Nullable WorkingCopy copy) {
        return copy == null ? null : (long) copy.metadata().revision();
    }

    /** What the desk gets, and the tag that stands for its version. */
    public record ArticleWithETag(EditorialArticleView view, VersionETag etag) {

        public static VersionETag etag(WorkingCopyMetadata entry) {
            return VersionETag.of(Uuid7.compact(entry.id()) + "-" + entry.version());
        }
    }
}
