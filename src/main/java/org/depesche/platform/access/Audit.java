package org.depesche.platform.access;

import java.time.Clock;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import org.depesche.kernel.Uuid7;
import org.jdbi.v3.core.Jdbi;

/** Remembers who did what, when and from where: in the transaction of the deed, so that neither is there without the other. */
@ApplicationScoped
public class Audit {

    private final Jdbi jdbi;
    private final Caller caller;
    private final Clock clock;

    Audit(Jdbi jdbi, Caller caller, Clock clock) {
        this.jdbi = jdbi;
        this.caller = caller;
        this.clock = clock;
    }

    /** The request's caller did it. */
    @Transactional(TxType.MANDATORY)
    public void record(Deed deed) {
        write(caller.actor(), deed);
    }

    /** Somebody else did it: the service itself, or a caller whose request is long answered. */
    @Transactional(TxType.MANDATORY)
    public void record(Actor actor, Deed deed) {
        write(actor, deed);
    }

    /**
     * Deletes what was done to a subject that is erased, and says how many entries went. The erasure itself is recorded
     * afterwards.
     */
    @Transactional(TxType.MANDATORY)
    public int forget(UUID subject) {
        return jdbi.withHandle(handle -> handle.createUpdate("delete from audit where subject_id = :subject")
                .bind("subject", subject).execute());
    }

    /** Takes a caller's name and addresses out of what it did; that something was done, by somebody with this id, stays. */
    @Transactional(TxType.MANDATORY)
    public int forgetCaller(UUID caller) {
        return jdbi.withHandle(handle -> handle
                .createUpdate("update audit set caller_name = null, address = null where caller_id = :caller")
                .bind("caller", caller).execute());
    }

    private void write(Actor actor, Deed deed) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                insert into audit (id, at, caller_id, caller_name, address, action, subject_kind, subject_id,
                                   revision_before, revision_after)
                values (:id, :at, :caller, :name, :address, :action, :kind, :subject, :before, :after)""")
                .bind("id", Uuid7.next()).bind("at", clock.instant())
                .bind("caller", actor.id()).bind("name", actor.name()).bind("address", actor.address())
                .bind("action", deed.action()).bind("kind", deed.subjectKind()).bind("subject", deed.subject())
                .bind("before", deed.before()).bind("after", deed.after())
                .execute());
    }
}
