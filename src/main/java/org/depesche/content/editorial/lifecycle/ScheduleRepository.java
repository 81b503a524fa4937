package org.depesche.content.editorial.lifecycle;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.jdbi.v3.core.Jdbi;

/** Finds the working copies whose scheduled action is due. */
@ApplicationScoped
class ScheduleRepository {

    private final Jdbi jdbi;

    ScheduleRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Returns the articles with due actions, the longest overdue first. A failed action is due again after its pause. */
    List<UUID> findDue(Instant now, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                select id from article where scheduled_at <= :now
                  and (scheduled_retry_at is null or scheduled_retry_at <= :now)
                order by scheduled_at, id limit :limit""").bind("now", now).bind("limit", limit).mapTo(UUID.class).list());
    }

    /** Returns the number of articles whose action is due and not done, whether it has failed or not. */
    long countOverdue(Instant now) {
        return jdbi.withHandle(handle -> handle.createQuery("select count(*) from article where scheduled_at <= :now")
                .bind("now", now).mapTo(Long.class).one());
    }
}
