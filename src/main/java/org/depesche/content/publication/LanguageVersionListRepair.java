package org.depesche.content.publication;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.depesche.content.listing.LeftOutListRepair;
import org.depesche.platform.database.Transactions;
import org.depesche.platform.lease.Leases;
import org.depesche.platform.worker.Worker;
import org.depesche.platform.worker.Workers;

import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;

/**
 * Compares the lists of language versions with the articles, and repairs what differs: nodes of an older version, which run on
 * during an upgrade, do not keep lists that they do not know, so that {@code articleCount} would stay wrong. One node at a time
 * works in small transactions, and changes nothing where nothing is wrong.
 */
@ApplicationScoped
class LanguageVersionListRepair {

    private static final String NAME = "language-version-list-repair";
    private static final Duration LEASE = Duration.ofMinutes(5);
    private static final Duration DELAY = Duration.ofMinutes(1);
    private static final int LISTS = 100;

    private final LanguageVersionLists stories;
    private final LeftOutListRepair lists;
    private final Transactions transactions;
    private final Leases leases;
    private final LanguageVersionConfig config;

    LanguageVersionListRepair(LanguageVersionLists stories, LeftOutListRepair lists, Transactions transactions,
            Leases leases,
            LanguageVersionConfig config) {
        this.stories = stories;
        this.lists = lists;
        this.transactions = transactions;
        this.leases = leases;
        this.config = config;
    }

    void start(@Observes StartupEvent event, Workers workers) {
        workers.repeat(NAME, new Worker.Pace(DELAY, config.repairInterval()), config.repairInterval(), this::repair);
    }

    /** Returns how much was wrong. */
    int repair() {
        if (!leases.acquire(NAME, LEASE)) {
            return 0;
        }
        try {
            var repaired = addMissing() + removeWrong();
            if (repaired > 0) {
                Log.infof("Repaired the lists of language versions, wrong=%d", repaired);
            }
            return repaired;
        } finally {
            leases.release(NAME);
        }
    }

    private int addMissing() {
        var repaired = 0;
        var next = Optional.of(new UUID(0, 0));
        while (next.isPresent() && leases.acquire(NAME, LEASE)) {
            var from = next.get();
            var batch = transactions.call(() -> stories.repairAfter(from));
            repaired += batch.repaired();
            next = batch.last();
        }
        return repaired;
    }

    private int removeWrong() {
        var repaired = 0;
        var ids = lists.after(0, LISTS);
        while (!ids.isEmpty() && leases.acquire(NAME, LEASE)) {
            var batch = ids;
            repaired += transactions.call(() -> lists.repair(batch));
            ids = lists.after(batch.get(batch.size() - 1), LISTS);
        }
        return repaired;
    }
}
