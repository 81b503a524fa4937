package org.depesche.content.editorial.lifecycle;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.content.editorial.EditorialConfig;
import org.depesche.content.editorial.Schedule;
import org.depesche.content.editorial.WorkingCopy;
import org.depesche.content.editorial.WorkingCopyMetadata;
import org.depesche.content.editorial.WorkingCopyRepository;
import org.depesche.platform.access.Actor;
import org.depesche.platform.audit.AuditAction;
import org.depesche.platform.audit.AuditLog;
import org.depesche.platform.database.Transactions;
import org.depesche.platform.problem.InputError;
import org.depesche.platform.problem.Problem;

import io.quarkus.logging.Log;

/** Executes due actions in batches. A failed action is retried later and does not block the others. */
@ApplicationScoped
class ScheduleRunner {

    private static final int MAX_DETAIL_LENGTH = 2_000;

    private final ScheduleRepository schedules;
    private final Clock clock;
    private final WorkingCopyRepository copies;
    private final WorkingCopyPublisher publisher;
    private final ArticleUnpublisher unpublisher;
    private final Transactions transactions;
    private final AuditLog audit;
    private final EditorialConfig.ScheduleRules rules;

    ScheduleRunner(ScheduleRepository schedules, Clock clock, WorkingCopyRepository copies,
            WorkingCopyPublisher publisher,
            ArticleUnpublisher unpublisher, Transactions transactions, AuditLog audit, EditorialConfig config) {
        this.schedules = schedules;
        this.clock = clock;
        this.copies = copies;
        this.publisher = publisher;
        this.unpublisher = unpublisher;
        this.transactions = transactions;
        this.audit = audit;
        this.rules = config.schedule();
    }

    /** Returns the articles with due actions, the longest overdue first. */
    List<UUID> findDue() {
        return transactions.call(() -> schedules.findDue(clock.instant(), rules.batchSize()));
    }

    /** Returns the number of articles whose action is due and not done, as the desk lists them. */
    long countOverdue() {
        return transactions.call(() -> schedules.countOverdue(clock.instant()));
    }

    /**
     * Executes due actions in one transaction. After a failure it executes each half, so that a failing action is soon alone.
     *
     * @return the number of articles that are no longer due
     */
    int execute(List<UUID> ids) {
        if (ids.size() == 1) {
            return execute(ids.get(0));
        }
        try {
            return logExecuted(transactions.callWithoutRetry(() -> executeInOneTransaction(ids)));
        } catch (RuntimeException e) {
            Log.debugf(e, "Not done together, articles=%d", ids.size());
            return execute(ids.subList(0, ids.size() / 2)) + execute(ids.subList(ids.size() / 2, ids.size()));
        }
    }

    private int execute(UUID id) {
        var ids = List.of(id);
        try {
            return logExecuted(transactions.call(() -> executeInOneTransaction(ids)));
        } catch (Problem problem) {
            return transactions.call(() -> recordFailure(id, describe(problem)));
        } catch (RuntimeException e) {
            Log.errorf(e, "Could not do what is due, article=%s", id);
            return transactions.call(() -> recordFailure(id, "An internal error; see the log."));
        }
    }

    /** Locks the articles that are still due. The next look-up finds those again that another transaction has locked. */
    private List<WorkingCopy> lockDue(List<UUID> ids) {
        return copies.byIdsSkipLocked(ids).stream().filter(copy -> isDue(copy.metadata())).toList();
    }

    private boolean isDue(WorkingCopyMetadata entry) {
        return entry.schedule() != null && entry.schedule().isDue(clock.instant());
    }

    private static int logExecuted(int articles) {
        if (articles > 0) {
            Log.infof("Done as scheduled, articles=%d", articles);
        }
        return articles;
    }

    private int executeInOneTransaction(List<UUID> ids) {
        var due = lockDue(ids).stream().collect(Collectors.groupingBy(copy -> scheduleOf(copy).action()));
        due.forEach((action, before) -> {
            var after = switch (action) {
                case PUBLISH -> publisher.publish(before.stream().map(ScheduleRunner::publishRequest).toList());
                case UNPUBLISH -> unpublisher.unpublish(before);
            };
            audit.record(IntStream.range(0, after.size()).mapToObj(i -> auditEntry(before.get(i), after.get(i))).toList());
        });
        return due.values().stream().mapToInt(List::size).sum();
    }

    private static WorkingCopyPublisher.PublishRequest publishRequest(WorkingCopy copy) {
        var schedule = scheduleOf(copy);
        return new WorkingCopyPublisher.PublishRequest(copy, new PublishForm(null, schedule.correction(), schedule.isMinor()),
                schedule.at(), schedule.by());
    }

    private static AuditLog.NewEntry auditEntry(WorkingCopy before, WorkingCopy after) {
        var schedule = scheduleOf(before);
        return new AuditLog.NewEntry(new Actor(null, schedule.by(), null),
                new AuditAction("article." + schedule.action().value(), "article",
                        before.metadata().id(), (long) before.metadata().revision(), (long) after.metadata().revision()));
    }

    private static Schedule scheduleOf(WorkingCopy copy) {
        return Objects.requireNonNull(copy.metadata().schedule());
    }

    /** Records a failure without reading the content, which may be the cause. */
    private int recordFailure(UUID id, String detail) {
        var entry = Optional.ofNullable(copies.metadataForUpdate(List.of(id)).get(id)).filter(this::isDue);
        entry.ifPresent(due -> recordFailure(due, detail));
        return entry.isPresent() ? 1 : 0;
    }

    private void recordFailure(WorkingCopyMetadata entry, String detail) {
        var schedule = Objects.requireNonNull(entry.schedule());
        var failed = schedule.withFailure(detail.length() > MAX_DETAIL_LENGTH ? detail.substring(0, MAX_DETAIL_LENGTH) : detail,
                clock.instant(), retryDelay(schedule));
        copies.updateState(entry.withSchedule(failed));
        Log.warnf("Not done as scheduled, action=%s article=%s due=%s attempts=%d: %s", schedule.action().value(), entry.id(),
                schedule.at(), failed.attempts(), detail);
    }

    private Duration retryDelay(Schedule schedule) {
        var pause = rules.retryDelay().multipliedBy(1L << Math.min(schedule.attempts(), 20));
        return pause.compareTo(rules.maxRetryDelay()) > 0 ? rules.maxRetryDelay() : pause;
    }

    private static String describe(Problem problem) {
        var errors = problem.errors().stream().map(InputError::detail).toList();
        return errors.isEmpty() ? String.valueOf(problem.getMessage()) : String.join(" ", errors);
    }
}
