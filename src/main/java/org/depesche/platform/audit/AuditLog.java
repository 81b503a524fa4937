package org.depesche.platform.audit;

import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import org.depesche.kernel.Uuid7;
import org.depesche.platform.access.Actor;
import org.depesche.platform.access.Caller;
import org.depesche.platform.database.JdbcBatch;
import org.jdbi.v3.core.Jdbi;

/**
 * Records who did what, when and from where. An entry is written in the transaction of the action, so that neither
 * exists without the other.
 */
@ApplicationScoped
public class AuditLog {

    private final Jdbi jdbi;
    private final Caller caller;
    private final Clock clock;

    AuditLog(Jdbi jdbi, Caller caller, Clock clock) {
        this.jdbi = jdbi;
        this.caller = caller;
        this.clock = clock;
    }

    /** Records an action of the request's caller. */
    @Transactional(TxType.MANDATORY)
    public void record(AuditAction action) {
        write(List.of(new NewEntry(caller.actor(), action)));
    }

    /** Records an action of the service itself, or of a caller whose request is over. */
    @Transactional(TxType.MANDATORY)
    public void record(Actor actor, AuditAction action) {
        write(List.of(new NewEntry(actor, action)));
    }

    /** Records several actions, see {@link #record(Actor, AuditAction)}. */
    @Transactional(TxType.MANDATORY)
    public void record(List<NewEntry> entries) {
        write(entries);
    }

    /**
     * Deletes the entries of a subject that is erased, and returns their number. The caller records the erasure itself
     * afterwards.
     */
    @Transactional(TxType.MANDATORY)
    public int deleteSubject(UUID subject) {
        return jdbi.withHandle(handle -> handle.createUpdate("delete from audit where subject_id = :subject")
                .bind("subject", subject).execute());
    }

    /** Erases a caller's name and addresses, and returns the number of entries. The actions and the caller's id remain. */
    @Transactional(TxType.MANDATORY)
    public int eraseCaller(UUID caller) {
        return jdbi.withHandle(handle -> handle
                .createUpdate("update audit set caller_name = null, address = null where caller_id = :caller")
                .bind("caller", caller).execute());
    }

    private void write(List<NewEntry> entries) {
        jdbi.useHandle(handle -> JdbcBatch.write(handle, """
                insert into audit (id, at, caller_id, caller_name, address, action, subject_kind, subject_id,
                                   revision_before, revision_after)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", entries, this::bind));
    }

    private void bind(JdbcBatch.Row row, NewEntry entry) throws SQLException {
        var actor = entry.actor();
        var action = entry.action();
        row.id(Uuid7.next()).timestamp(clock.instant()).id(actor.id()).text(actor.name()).text(actor.address())
                .text(action.name()).text(action.subjectKind()).id(action.subject()).number(action.revisionBefore())
                .number(action.revisionAfter());
    }

    /** An action and its actor. */
    public record NewEntry(Actor actor, AuditAction action) {
    }
}
