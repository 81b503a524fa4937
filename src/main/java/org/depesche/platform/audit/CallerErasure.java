package org.depesche.platform.audit;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

import org.depesche.kernel.Uuid7;
import org.depesche.platform.database.Transactions;
import org.depesche.platform.problem.Problem;
import org.depesche.platform.problem.ProblemType;

/** Removes a person's name and addresses from the audit log and from everything else that stores them. */
@ApplicationScoped
class CallerErasure {

    private final AuditEntries entries;
    private final AuditLog audit;
    private final Transactions transactions;
    private final Event<CallerErased> events;

    CallerErasure(AuditEntries entries, AuditLog audit, Transactions transactions, Event<CallerErased> events) {
        this.entries = entries;
        this.audit = audit;
        this.transactions = transactions;
        this.events = events;
    }

    void erase(String id) {
        transactions.run(() -> {
            var caller = parseId(id);
            var names = entries.namesOf(caller);
            if (names.isEmpty()) {
                throw callerNotFound();
            }
            audit.eraseCaller(caller);
            events.fire(new CallerErased(caller, names));
            audit.record(AuditAction.of("caller.erase", "caller", caller));
        });
    }

    private static UUID parseId(String id) {
        return Uuid7.parse(id).orElseThrow(CallerErasure::callerNotFound);
    }

    private static Problem callerNotFound() {
        return new Problem(ProblemType.NOT_FOUND, "Nobody with this id has done anything that is still known.");
    }
}
