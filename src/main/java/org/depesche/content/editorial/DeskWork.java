package org.depesche.content.editorial;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.content.article.Picks;
import org.depesche.content.body.Warning;
import org.depesche.platform.access.Audit;
import org.depesche.platform.access.Deed;
import org.depesche.platform.database.Transactions;
import org.jspecify.annotations.Nullable;

/** What every change of an article has around it: one transaction, the version read, the audit, the answer. */
@ApplicationScoped
class DeskWork {

    private final ArticleDesk desk;
    private final DeskArticles views;
    private final WorkingCopies copies;
    private final Picks picks;
    private final Transactions transactions;
    private final Audit audit;

    DeskWork(ArticleDesk desk, DeskArticles views, WorkingCopies copies, Picks picks, Transactions transactions, Audit audit) {
        this.desk = desk;
        this.views = views;
        this.copies = copies;
        this.picks = picks;
        this.transactions = transactions;
        this.audit = audit;
    }

    /** @param ifMatch the version the caller has read; without it, or with another, nothing happens */
    EditedArticle change(String ref, @Nullable String ifMatch, String action, UnaryOperator<WorkingCopy> step) {
        return changeTelling(ref, ifMatch, action, copy -> new Changed(step.apply(copy), List.of()));
    }

    /** The same, where the step has something to tell of what it did. */
    EditedArticle changeTelling(String ref, @Nullable String ifMatch, String action, Function<WorkingCopy, Changed> step) {
        return transactions.call(() -> {
            var before = desk.find(ref, true);
            EditedArticle.tag(before.entry()).checkChange(ifMatch);
            var after = step.apply(before);
            record(action, before, after.copy());
            return edited(after.copy(), after.warnings());
        });
    }

    EditedArticle edited(WorkingCopy copy, List<Warning> warnings) {
        return new EditedArticle(view(copy, warnings), EditedArticle.tag(copy.entry()));
    }

    EditorialArticle view(WorkingCopy copy, List<Warning> warnings) {
        var picked = picks.of(copy.entry().id());
        Map<UUID, String> slugs = picked.isEmpty() ? Map.of() : copies.slugs(picked);
        return views.view(copy, picked.stream().filter(slugs::containsKey).map(slugs::get).toList(), warnings);
    }

    /** @param after absent: it is no more */
    void record(String action, @Nullable WorkingCopy before, @Nullable WorkingCopy after) {
        var subject = Objects.requireNonNull(after == null ? before : after).entry().id();
        audit.record(new Deed(action, "article", subject, revision(before), revision(after)));
    }

    /** What became of a copy. */
    record Changed(WorkingCopy copy, List<Warning> warnings) {
    }

    private static @Nullable Long revision(@Nullable WorkingCopy copy) {
        return copy == null ? null : (long) copy.entry().revision();
    }
}
