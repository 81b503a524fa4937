package org.depesche.platform.audit;

import java.time.Clock;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import org.depesche.platform.access.Actor;
import org.depesche.platform.access.Caller;

/**
 * Records who did what, when and from which address. An entry is written in the transaction of the action, so that neither
 * exists without the other.
 */
@ApplicationScoped
public class AuditLog {

    private final AuditRepository entries;
    private final Caller caller;
    private final Clock clock;

    AuditLog(AuditRepository entries, Caller caller, Clock clock) {
        this.entries = entries;
        this.caller = caller;
        this.clock = clock;
    }

    /** Records an action of the caller of the current request. */
    @Transactional(TxType.MANDATORY)
    public void record(AuditAction action) {
        record(caller.actor(), action);
    }

    /** Records an action of somebody else: the service itself, or a caller whose request has been answered. */
    @Transactional(TxType.MANDATORY)
    public void record(Actor actor, AuditAction action) {
        record(List.of(new NewEntry(actor, action)));
    }

    /** Records many actions in one batch. */
    @Transactional(TxType.MANDATORY)
    public void record(List<NewEntry> actions) {
        entries.insert(actions, clock.instant());
    }

    /**
     * Deletes the entries about a subject that is being erased and returns how many there were. The erasure itself is recorded
     * afterwards.
     */
    @Transactional(TxType.MANDATORY)
    public int deleteSubject(UUID subject) {
        return entries.deleteBySubject(subject);
    }

    /**
     * Removes the name and the addresses of a caller from its entries, and returns the number of entries. The entries and the
     * caller's id stay.
     */
    @Transactional(TxType.MANDATORY)
    public int eraseCaller(UUID caller) {
        return entries.eraseCaller(caller);
    }

    /** An action and who did it. */
    public record NewEntry(Actor actor, AuditAction action) {
    }
}
