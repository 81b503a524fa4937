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

/** Remembers who did what, when and from where: in the transaction of the deed, so that neither is there without the other. */
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

    /** The request's caller did it. */
    @Transactional(TxType.MANDATORY)
    public void record(AuditAction deed) {
        write(List.of(new NewEntry(caller.actor(), deed)));
    }

    /** Somebody else did it: the service itself, or a caller whose request is long answered. */
    @Transactional(TxType.MANDATORY)
    public void record(Actor actor, AuditAction deed) {
        write(List.of(new NewEntry(actor, deed)));
    }

    /** Others did all of this, as {@link #record(Actor, AuditAction)}. */
    @Transactional(TxType.MANDATORY)
    public void record(List<NewEntry> entries) {
        write(entries);
    }

    /**
     * Deletes what was done to a subject that is erased, and says how many entries went. The erasure itself is recorded
     * afterwards.
     */
    @Transactional(TxType.MANDATORY)
    public int deleteSubject(UUID subject) {
        return jdbi.withHandle(handle -> handle.createUpdate("delete from audit where subject_id = :subject")
                .bind("subject", subject).execute());
    }

    /** Takes a caller's name and addresses out of what it did; that something was done, by somebody with this id, stays. */
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
        var deed = entry.action();
        row.id(Uuid7.next()).timestamp(clock.instant()).id(actor.id()).text(actor.name()).text(actor.address())
                .text(deed.name()).text(deed.subjectKind()).id(deed.subject()).number(deed.revisionBefore())
                .number(deed.revisionAfter());
    }

    /** Who did what. */
    public record NewEntry(Actor actor, AuditAction action) {
    }
}
