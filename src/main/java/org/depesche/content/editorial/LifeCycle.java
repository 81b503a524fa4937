package org.depesche.content.editorial;

import java.time.Instant;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.platform.access.Caller;
import org.depesche.platform.database.Transactions;
import org.depesche.platform.form.Form;
import org.depesche.platform.http.PublicationZone;
import org.depesche.platform.problem.Problem;
import org.depesche.platform.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/** What the desk decides about the life of an article: to publish, to take back, now or later. */
@ApplicationScoped
class LifeCycle {

    private final ArticleDesk desk;
    private final DeskWork work;
    private final Publishing publishing;
    private final Retraction retraction;
    private final WorkingCopies copies;
    private final Transactions transactions;
    private final Caller caller;
    private final EditorialConfig config;
    private final PublicationZone zone;

    LifeCycle(ArticleDesk desk, DeskWork work, Publishing publishing, Retraction retraction, WorkingCopies copies,
            Transactions transactions, Caller caller, EditorialConfig config, PublicationZone zone) {
        this.desk = desk;
        this.work = work;
        this.publishing = publishing;
        this.retraction = retraction;
        this.copies = copies;
        this.transactions = transactions;
        this.caller = caller;
        this.config = config;
        this.zone = zone;
    }

    EditedArticle publish(String ref, @Nullable String ifMatch, boolean isDryRun, Form body) {
        var form = PublishForm.read(body, config.limits(), zone);
        if (isDryRun) {
            return transactions.call(() -> {
                var copy = desk.find(ref, false);
                publishing.check(copy, moment(form.at()));
                return work.edited(copy, List.of());
            });
        }
        return form.isFor(desk.now())
                ? work.change(ref, ifMatch, "article.publish",
                        copy -> publishing.publish(new Publishing.Outgoing(copy, form, desk.now(), caller.name())))
                : work.change(ref, ifMatch, "article.schedule", copy -> {
                    publishing.check(copy, moment(form.at()));
                    return plan(copy, new Schedule(Schedule.Action.PUBLISH, moment(form.at()), zone.zone().getId(),
                            caller.name(), form.correction(), form.isMinor(), null));
                });
    }

    EditedArticle unpublish(String ref, @Nullable String ifMatch, Form body) {
        var form = UnpublishForm.read(body, zone);
        return form.isFor(desk.now()) ? work.change(ref, ifMatch, "article.unpublish", retraction::unpublish)
                : work.change(ref, ifMatch, "article.schedule", copy -> {
                    if (!copy.entry().is(ArticleState.PUBLISHED)) {
                        throw new Problem(ProblemType.CONFLICT, "The article is not public.");
                    }
                    return plan(copy, Schedule.of(Schedule.Action.UNPUBLISH, moment(form.at()), zone.zone().getId(),
                            caller.name()));
                });
    }

    EditedArticle withdraw(String ref, @Nullable String ifMatch, Form body) {
        var form = WithdrawForm.read(body, config.limits());
        return work.change(ref, ifMatch, "article.withdraw", copy -> retraction.withdraw(copy, form));
    }

    EditedArticle cancel(String ref, @Nullable String ifMatch) {
        return work.change(ref, ifMatch, "article.unschedule", copy -> {
            if (copy.entry().schedule() == null) {
                throw new Problem(ProblemType.CONFLICT, "Nothing is scheduled for this article.");
            }
            return restated(copy, copy.entry().scheduled(null));
        });
    }

    private Instant moment(@Nullable Instant at) {
        var now = desk.now();
        return at == null || at.isBefore(now) ? now : at;
    }

    /** One thing at a time: another moment replaces the first, another action would be forgotten silently. */
    private WorkingCopy plan(WorkingCopy copy, Schedule due) {
        var before = copy.entry().schedule();
        if (before != null && before.action() != due.action()) {
            throw new Problem(ProblemType.CONFLICT, "The article is scheduled to " + before.action().word() + " at "
                    + zone.text(before.at()) + " already. Cancel that first.");
        }
        return restated(copy, copy.entry().scheduled(due));
    }

    private WorkingCopy restated(WorkingCopy copy, DeskEntry entry) {
        copies.restate(entry);
        return new WorkingCopy(entry, copy.content());
    }
}
