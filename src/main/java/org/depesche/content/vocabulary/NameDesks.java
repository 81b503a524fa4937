package org.depesche.content.vocabulary;

import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.platform.access.Audit;
import org.depesche.platform.database.Transactions;
import org.depesche.platform.http.PublicationZone;
import org.jdbi.v3.core.Jdbi;

import io.quarkus.arc.All;

/** Furnishes a desk for each kind of names. */
@ApplicationScoped
public class NameDesks {

    private final Jdbi jdbi;
    private final Transactions transactions;
    private final NameGate gate;
    private final Merged merged;
    private final Vocabulary vocabulary;
    private final List<NameUse> uses;
    private final Audit audit;
    private final PublicationZone zone;
    private final Clock clock;

    NameDesks(Jdbi jdbi, Transactions transactions, NameGate gate, Merged merged, Vocabulary vocabulary,
            @All List<NameUse> uses, Audit audit,
            PublicationZone zone, Clock clock) {
        this.jdbi = jdbi;
        this.transactions = transactions;
        this.gate = gate;
        this.merged = merged;
        this.vocabulary = vocabulary;
        this.uses = uses;
        this.audit = audit;
        this.zone = zone;
        this.clock = clock;
    }

    /** @param follower hears of every change, in its transaction */
    public NameDesk of(NameKind kind, Consumer<NameChange> follower) {
        var rows = new NameRows(jdbi, kind);
        return new NameDesk(rows, new NameEditor(kind, rows, new NameTable(jdbi, kind.table(), merged), this, follower),
                new NameForms(kind, zone), transactions);
    }

    NameGate gate() {
        return gate;
    }

    Merged merged() {
        return merged;
    }

    Vocabulary vocabulary() {
        return vocabulary;
    }

    List<NameUse> uses() {
        return uses;
    }

    Audit audit() {
        return audit;
    }

    Clock clock() {
        return clock;
    }
}
