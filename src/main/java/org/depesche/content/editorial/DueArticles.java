package org.depesche.content.editorial;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.platform.access.Actor;
import org.depesche.platform.access.Audit;
import org.depesche.platform.access.Deed;
import org.depesche.platform.database.Transactions;
import org.depesche.platform.problem.InputError;
import org.depesche.platform.problem.Problem;
import org.jdbi.v3.core.Jdbi;

import io.quarkus.logging.Log;

/** Does what is due, many at once. One that fails keeps nothing else waiting: it is tried again later. */
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

    /**
     * All in one transaction; where that fails, in halves, so that what cannot be done is soon alone.
     *
     * @return how many are not due any more
     */
    int act(List<UUID> ids) {
        if (ids.size() == 1) {
            return act(ids.get(0));
        }
        try {
            return done(transactions.callOnce(() -> together(ids)));
        } catch (RuntimeException e) {
            Log.debugf(e, "Not done together, articles=%d", ids.size());
            return act(ids.subList(0, ids.size() / 2)) + act(ids.subList(ids.size() / 2, ids.size()));
        }
    }

    private int act(UUID id) {
        var ids = List.of(id);
        try {
            return done(transactions.call(() -> together(ids)));
        } catch (Problem problem) {
            return transactions.call(() -> failed(id, explained(problem)));
        } catch (RuntimeException e) {
            Log.errorf(e, "Could not do what is due, article=%s", id);
            return transactions.call(() -> failed(id, "An internal error; see the log."));
        }
    }

    /** Locked; meanwhile somebody may have changed the plan. Those being changed right now are found again at the next look. */
    private List<WorkingCopy> due(List<UUID> ids) {
        return copies.free(ids).stream().filter(copy -> isDue(copy.entry())).toList();
    }

    private boolean isDue(DeskEntry entry) {
        return entry.schedule() != null && entry.schedule().isDue(desk.now());
    }

    private static int done(int articles) {
        if (articles > 0) {
            Log.infof("Done as scheduled, articles=%d", articles);
        }
        return articles;
    }

    private int together(List<UUID> ids) {
        var due = due(ids).stream().collect(Collectors.groupingBy(copy -> plan(copy).action()));
        due.forEach((action, before) -> {
            var after = switch (action) {
                case PUBLISH -> publishing.publish(before.stream().map(DueArticles::outgoing).toList());
                case UNPUBLISH -> retraction.unpublish(before);
            };
            audit.record(IntStream.range(0, after.size()).mapToObj(i -> deed(before.get(i), after.get(i))).toList());
        });
        return due.values().stream().mapToInt(List::size).sum();
    }

    private static Publishing.Outgoing outgoing(WorkingCopy copy) {
        var plan = plan(copy);
        return new Publishing.Outgoing(copy, plan.asForm(), plan.at(), plan.by());
    }

    private static Audit.Entry deed(WorkingCopy before, WorkingCopy after) {
        var plan = plan(before);
        return new Audit.Entry(new Actor(null, plan.by(), null), new Deed("article." + plan.action().word(), "article",
                before.entry().id(), (long) before.entry().revision(), (long) after.entry().revision()));
    }

    private static Schedule plan(WorkingCopy copy) {
        return Objects.requireNonNull(copy.entry().schedule());
    }

    /** Without a look at what the article says: that may be what cannot be read. */
    private int failed(UUID id, String detail) {
        var entry = Optional.ofNullable(copies.locked(List.of(id)).get(id)).filter(this::isDue);
        entry.ifPresent(due -> failed(due, detail));
        return entry.isPresent() ? 1 : 0;
    }

    private void failed(DeskEntry entry, String detail) {
        var plan = Objects.requireNonNull(entry.schedule());
        var failed = plan.failed(detail.length() > LONGEST ? detail.substring(0, LONGEST) : detail, desk.now(), pause(plan));
        copies.restate(entry.scheduled(failed));
        Log.warnf("Not done as scheduled, action=%s article=%s due=%s attempts=%d: %s", plan.action().word(), entry.id(),
                plan.at(), failed.attempts(), detail);
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
