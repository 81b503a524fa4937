package org.depesche.content.editorial.lifecycle;

import java.time.Clock;
import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.content.editorial.ArticleState;
import org.depesche.content.editorial.EditableWorkingCopies;
import org.depesche.content.editorial.EditorialConfig;
import org.depesche.content.editorial.Schedule;
import org.depesche.content.editorial.WorkingCopy;
import org.depesche.content.editorial.WorkingCopyMetadata;
import org.depesche.content.editorial.WorkingCopyRepository;
import org.depesche.content.editorial.desk.ArticleCommand;
import org.depesche.content.editorial.desk.EditorialArticleViews;
import org.depesche.content.editorial.form.EditorialArticleView;
import org.depesche.platform.access.Caller;
import org.depesche.platform.database.Transactions;
import org.depesche.platform.http.PublicationZone;
import org.depesche.platform.http.response.WithETag;
import org.depesche.platform.json.JsonForm;
import org.depesche.platform.problem.Problem;
import org.depesche.platform.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/** Publishes, unpublishes and withdraws articles, at once or by schedule. */
@ApplicationScoped
public class ArticleLifeCycle {

    private final EditableWorkingCopies workingCopies;
    private final ArticleCommand command;
    private final EditorialArticleViews views;
    private final WorkingCopyPublisher publisher;
    private final ArticleUnpublisher unpublisher;
    private final PublicationWarnings warnings;
    private final WorkingCopyRepository copies;
    private final Transactions transactions;
    private final Caller caller;
    private final EditorialConfig config;
    private final PublicationZone zone;
    private final Clock clock;

    ArticleLifeCycle(EditableWorkingCopies workingCopies, ArticleCommand command, EditorialArticleViews views,
            WorkingCopyPublisher publisher, ArticleUnpublisher unpublisher, PublicationWarnings warnings,
            WorkingCopyRepository copies, Transactions transactions, Caller caller, EditorialConfig config,
            PublicationZone zone, Clock clock) {
        this.workingCopies = workingCopies;
        this.command = command;
        this.views = views;
        this.publisher = publisher;
        this.unpublisher = unpublisher;
        this.warnings = warnings;
        this.copies = copies;
        this.transactions = transactions;
        this.caller = caller;
        this.config = config;
        this.zone = zone;
        this.clock = clock;
    }

    /**
     * Publishes an article, or schedules its publication if the form names a future time.
     *
     * @param isDryRun only checks the requirements
     */
    public WithETag<EditorialArticleView> publish(String ref, @Nullable String ifMatch, boolean isDryRun, JsonForm body) {
        var form = PublishForm.read(body, config.limits(), zone);
        if (isDryRun) {
            return transactions.call(() -> {
                var copy = workingCopies.find(ref);
                publisher.requirePublishable(copy, nowOrLater(form.at()));
                return views.withETag(copy, warnings.of(copy.content()));
            });
        }
        return form.isImmediate(clock.instant())
                ? command.executeWithWarnings(ref, ifMatch, "article.publish",
                        copy -> withWarnings(publisher
                                .publish(new WorkingCopyPublisher.PublishRequest(copy, form, clock.instant(), caller.name()))))
                : command.executeWithWarnings(ref, ifMatch, "article.schedule", copy -> {
                    publisher.requirePublishable(copy, nowOrLater(form.at()));
                    return withWarnings(
                            schedule(copy, new Schedule(Schedule.Action.PUBLISH, nowOrLater(form.at()), zone.zone().getId(),
                                    caller.name(), form.correction(), form.minor(), null)));
                });
    }

    private ArticleCommand.CopyWithWarnings withWarnings(WorkingCopy copy) {
        return new ArticleCommand.CopyWithWarnings(copy, warnings.of(copy.content()));
    }

    /** Unpublishes an article, or schedules it. Of a withdrawn article, it lifts the withdrawal. */
    public WithETag<EditorialArticleView> unpublish(String ref, @Nullable String ifMatch, JsonForm body) {
        var form = UnpublishForm.read(body, zone);
        return form.isImmediate(clock.instant()) ? command.execute(ref, ifMatch, "article.unpublish", unpublisher::unpublish)
                : command.execute(ref, ifMatch, "article.schedule", copy -> {
                    if (!copy.metadata().is(ArticleState.PUBLISHED)) {
                        throw new Problem(ProblemType.CONFLICT, "The article is not public.");
                    }
                    return schedule(copy, Schedule.of(Schedule.Action.UNPUBLISH, nowOrLater(form.at()), zone.zone().getId(),
                            caller.name()));
                });
    }

    /** Withdraws an article at once, or replaces the reason and the notice of a withdrawal. */
    public WithETag<EditorialArticleView> withdraw(String ref, @Nullable String ifMatch, JsonForm body) {
        var form = WithdrawForm.read(body, config.limits());
        return command.execute(ref, ifMatch, "article.withdraw", copy -> unpublisher.withdraw(copy, form));
    }

    /** Cancels the scheduled action. Without one, it is a conflict. */
    public WithETag<EditorialArticleView> cancelSchedule(String ref, @Nullable String ifMatch) {
        return command.execute(ref, ifMatch, "article.unschedule", copy -> {
            if (copy.metadata().schedule() == null) {
                throw new Problem(ProblemType.CONFLICT, "Nothing is scheduled for this article.");
            }
            return updateState(copy, copy.metadata().withSchedule(null));
        });
    }

    private Instant nowOrLater(@Nullable Instant at) {
        var now = clock.instant();
        return at == null || at.isBefore(now) ? now : at;
    }

    /** Sets the one scheduled action of the article. A new time replaces the former; another action is a conflict. */
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
