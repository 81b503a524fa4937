package org.depesche.content.editorial.lifecycle;

import java.time.Instant;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.content.editorial.ArticleState;
import org.depesche.content.editorial.EditorialConfig;
import org.depesche.content.editorial.Schedule;
import org.depesche.content.editorial.WorkingCopies;
import org.depesche.content.editorial.WorkingCopy;
import org.depesche.content.editorial.WorkingCopyMetadata;
import org.depesche.content.editorial.desk.ArticleCommand;
import org.depesche.content.editorial.desk.ArticleEditor;
import org.depesche.content.editorial.form.EditorialArticleView;
import org.depesche.platform.access.Caller;
import org.depesche.platform.database.Transactions;
import org.depesche.platform.http.PublicationZone;
import org.depesche.platform.http.response.WithETag;
import org.depesche.platform.json.JsonForm;
import org.depesche.platform.problem.Problem;
import org.depesche.platform.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/** What the desk decides about the life of an article: to publish, to take back, now or later. */
@ApplicationScoped
public class ArticleLifeCycle {

    private final ArticleEditor editor;
    private final ArticleCommand command;
    private final WorkingCopyPublisher publishing;
    private final ArticleUnpublisher retraction;
    private final WorkingCopies copies;
    private final Transactions transactions;
    private final Caller caller;
    private final EditorialConfig config;
    private final PublicationZone zone;

    ArticleLifeCycle(ArticleEditor desk, ArticleCommand work, WorkingCopyPublisher publishing, ArticleUnpublisher retraction,
            WorkingCopies copies,
            Transactions transactions, Caller caller, EditorialConfig config, PublicationZone zone) {
        this.editor = desk;
        this.command = work;
        this.publishing = publishing;
        this.retraction = retraction;
        this.copies = copies;
        this.transactions = transactions;
        this.caller = caller;
        this.config = config;
        this.zone = zone;
    }

    public WithETag<EditorialArticleView> publish(String ref, @Nullable String ifMatch, boolean isDryRun, JsonForm body) {
        var form = PublishForm.read(body, config.limits(), zone);
        if (isDryRun) {
            return transactions.call(() -> {
                var copy = editor.find(ref, false);
                publishing.requirePublishable(copy, nowOrLater(form.at()));
                return command.toResult(copy, List.of());
            });
        }
        return form.isImmediate(editor.now())
                ? command.execute(ref, ifMatch, "article.publish",
                        copy -> publishing
                                .publish(new WorkingCopyPublisher.PublishRequest(copy, form, editor.now(), caller.name())))
                : command.execute(ref, ifMatch, "article.schedule", copy -> {
                    publishing.requirePublishable(copy, nowOrLater(form.at()));
                    return schedule(copy, new Schedule(Schedule.Action.PUBLISH, nowOrLater(form.at()), zone.zone().getId(),
                            caller.name(), form.correction(), form.isMinor(), null));
                });
    }

    public WithETag<EditorialArticleView> unpublish(String ref, @Nullable String ifMatch, JsonForm body) {
        var form = UnpublishForm.read(body, zone);
        return form.isImmediate(editor.now()) ? command.execute(ref, ifMatch, "article.unpublish", retraction::unpublish)
                : command.execute(ref, ifMatch, "article.schedule", copy -> {
                    if (!copy.metadata().is(ArticleState.PUBLISHED)) {
                        throw new Problem(ProblemType.CONFLICT, "The article is not public.");
                    }
                    return schedule(copy, Schedule.of(Schedule.Action.UNPUBLISH, nowOrLater(form.at()), zone.zone().getId(),
                            caller.name()));
                });
    }

    public WithETag<EditorialArticleView> withdraw(String ref, @Nullable String ifMatch, JsonForm body) {
        var form = WithdrawForm.read(body, config.limits());
        return command.execute(ref, ifMatch, "article.withdraw", copy -> retraction.withdraw(copy, form));
    }

    public WithETag<EditorialArticleView> cancelSchedule(String ref, @Nullable String ifMatch) {
        return command.execute(ref, ifMatch, "article.unschedule", copy -> {
            if (copy.metadata().schedule() == null) {
                throw new Problem(ProblemType.CONFLICT, "Nothing is scheduled for this article.");
            }
            return updateState(copy, copy.metadata().withSchedule(null));
        });
    }

    private Instant nowOrLater(@Nullable Instant at) {
        var now = editor.now();
        return at == null || at.isBefore(now) ? now : at;
    }

    /** One thing at a time: another moment replaces the first, another action would be forgotten silently. */
    private WorkingCopy schedule(WorkingCopy copy, Schedule due) {
        var before = copy.metadata().schedule();
        if (before != null && before.action() != due.action()) {
            throw new Problem(ProblemType.CONFLICT, "The article is scheduled to " + before.action().value() + " at "
                    + zone.format(before.at()) + " already. Cancel that first.");
        }
        return updateState(copy, copy.metadata().withSchedule(due));
    }

    private WorkingCopy updateState(WorkingCopy copy, WorkingCopyMetadata entry) {
        copies.updateState(entry);
        return new WorkingCopy(entry, copy.content());
    }
}
