package org.depesche.content.editorial;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.platform.access.Actor;
import org.depesche.platform.access.Audit;
import org.depesche.platform.access.Deed;
import org.depesche.platform.database.Transactions;
import org.depesche.platform.problem.InputError;
import org.depesche.platform.problem.Problem;
import org.jdbi.v3.core.Jdbi;

import io.quarkus.logging.Log;

/** Does what is due, article by article. One that fails keeps nothing else waiting: it is tried again later. */
@ApplicationScoped
class DueArticles {

    private static final int LONGEST = 2_000;

    private final Jdbi jdbi;
    private final ArticleDesk desk;
    private final WorkingCopies copies;
    private final Publishing publishing;
    private final Retraction retraction;
    private final Transactions transactions;
    private final Audit audit;
    private final EditorialConfig.ScheduleRules rules;

    DueArticles(Jdbi jdbi, ArticleDesk desk, WorkingCopies copies, Publishing publishing, Retraction retraction,
            Transactions transactions, Audit audit, EditorialConfig config) {
        this.jdbi = jdbi;
        this.desk = desk;
        this.copies = copies;
        this.publishing = publishing;
        this.retraction = retraction;
        this.transactions = transactions;
        this.audit = audit;
        this.rules = config.schedule();
    }

    /** What is to be done now, what is due longest first. */
    List<UUID> find() {
        return transactions.call(() -> jdbi.withHandle(handle -> handle.createQuery("""
                select id from article where scheduled_at <= :now
                  and (scheduled_retry_at is null or scheduled_retry_at <= :now)
                order by scheduled_at, id limit :most""").bind("now", desk.now()).bind("most", rules.batch())
                .mapTo(UUID.class).list()));
    }

    /** How many are due and have not happened. */
    long overdue() {
        return transactions.call(() -> jdbi.withHandle(handle -> handle
                .createQuery("select count(*) from article where scheduled_at <= :now and scheduled_attempts > 0")
                .bind("now", desk.now()).mapTo(Long.class).one()));
    }

    void act(UUID id) {
        try {
            transactions.run(() -> due(id).ifPresent(this::act));
        } catch (Problem problem) {
            transactions.run(() -> due(id).ifPresent(copy -> failed(copy, explained(problem))));
        } catch (RuntimeException e) {
            Log.errorf(e, "Could not do what is due, article=%s", id);
            transactions.run(() -> due(id).ifPresent(copy -> failed(copy, "An internal error; see the log.")));
        }
    }

    /** Locked; meanwhile somebody may have changed the plan. */
    private Optional<WorkingCopy> due(UUID id) {
        return copies.byId(id, true).filter(copy -> copy.entry().schedule() != null)
                .filter(copy -> Objects.requireNonNull(copy.entry().schedule()).isDue(desk.now()));
    }

    private void act(WorkingCopy copy) {
        var plan = Objects.requireNonNull(copy.entry().schedule());
        var after = switch (plan.action()) {
            case PUBLISH -> publishing.publish(copy, plan.asForm(), plan.at(), plan.by());
            case UNPUBLISH -> retraction.unpublish(copy);
        };
        audit.record(new Actor(null, plan.by(), null), new Deed("article." + plan.action().word(), "article",
                copy.entry().id(), (long) copy.entry().revision(), (long) after.entry().revision()));
        Log.infof("Done as scheduled, action=%s article=%s due=%s", plan.action().word(), copy.entry().id(), plan.at());
    }

    private void failed(WorkingCopy copy, String detail) {
        var plan = Objects.requireNonNull(copy.entry().schedule());
        var failed = plan.failed(detail.length() > LONGEST ? detail.substring(0, LONGEST) : detail, desk.now(), pause(plan));
        copies.restate(copy.entry().scheduled(failed));
        Log.warnf("Not done as scheduled, action=%s article=%s due=%s attempts=%d: %s", plan.action().word(),
                copy.entry().id(), plan.at(), failed.attempts(), detail);
    }

    private Duration pause(Schedule plan) {
        var pause = rules.retry().multipliedBy(1L << Math.min(plan.attempts(), 20));
        return pause.compareTo(rules.longestRetry()) > 0 ? rules.longestRetry() : pause;
    }

    private static String explained(Problem problem) {
        var errors = problem.errors().stream().map(InputError::detail).toList();
        return errors.isEmpty() ? String.valueOf(problem.getMessage()) : String.join(" ", errors);
    }
}
