package org.depesche.platform.audit;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.kernel.Uuid7;
import org.depesche.platform.database.JdbcBatch;
import org.depesche.platform.page.Keyset;
import org.depesche.platform.page.PageQuery;
import org.jdbi.v3.core.Jdbi;

/** The table {@code audit}. */
@ApplicationScoped
class AuditRepository {

    private static final String COLUMNS = "id, at, caller_id, caller_name, address, action, subject_kind, subject_id,"
            + " revision_before, revision_after";

    private final Jdbi jdbi;

    AuditRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    void insert(List<AuditLog.NewEntry> entries, Instant at) {
        jdbi.useHandle(handle -> JdbcBatch.write(handle, "insert into audit (" + COLUMNS
                + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", entries, (row, entry) -> bind(row, entry, at)));
    }

    private static void bind(JdbcBatch.Row row, AuditLog.NewEntry entry, Instant at) throws SQLException {
        var actor = entry.actor();
        var action = entry.action();
        row.id(Uuid7.next()).timestamp(at).id(actor.id()).text(actor.name()).text(actor.address())
                .text(action.name()).text(action.subjectKind()).id(action.subject()).number(action.revisionBefore())
                .number(action.revisionAfter());
    }

    /** Newest first, or oldest first when the page is read backwards. */
    List<AuditRow> page(PageQuery query, AuditCriteria filter) {
        var keyset = Keyset.descending(query, "at", "id");
        return jdbi.withHandle(handle -> keyset
                .bind(handle.createQuery("select " + COLUMNS + " from audit" + where(filter.conditions()) + keyset.condition()
                        + keyset.order()), PageQuery::keyTime)
                .bindMap(filter.values()).map(AuditRow::read).list());
    }

    long count(AuditCriteria filter) {
        return jdbi.withHandle(handle -> handle
                .createQuery("select count(*) from audit" + where(filter.conditions()))
                .bindMap(filter.values()).mapTo(Long.class).one());
    }

    private static String where(List<String> conditions) {
        return " where " + (conditions.isEmpty() ? "true" : String.join(" and ", conditions));
    }

    Set<String> callerNames(UUID caller) {
        return jdbi.withHandle(handle -> handle
                .createQuery("select distinct caller_name from audit where caller_id = ? and caller_name is not null")
                .bind(0, caller).mapTo(String.class).set());
    }

    int deleteBySubject(UUID subject) {
        return jdbi.withHandle(handle -> handle.createUpdate("delete from audit where subject_id = :subject")
                .bind("subject", subject).execute());
    }

    int eraseCaller(UUID caller) {
        return jdbi.withHandle(handle -> handle
                .createUpdate("update audit set caller_name = null, address = null where caller_id = :caller")
                .bind("caller", caller).execute());
    }

    /** Deletes at most {@code limit} entries, the oldest first, and returns how many. */
    int deleteBefore(Instant end, int limit) {
        return jdbi.withHandle(handle -> handle
                .createUpdate("delete from audit where at < :end order by at, id limit :batch")
                .bind("end", end).bind("batch", limit).execute());
    }
}
