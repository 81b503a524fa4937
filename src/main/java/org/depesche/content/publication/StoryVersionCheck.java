package org.depesche.content.publication;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.depesche.content.listing.LeftOutListCheck;
import org.depesche.platform.database.Transactions;
import org.depesche.platform.lease.Leases;
import org.depesche.platform.worker.Worker;
import org.depesche.platform.worker.Workers;

import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;

/**
 * Compares the lists of language versions with the articles, and mends what differs: nodes of an older version, which run on
 * during an upgrade, do not keep lists that they do not know, so that {@code articleCount} would stay wrong. One node at a time
 * works in small transactions, and changes nothing where nothing is wrong.
 */
@ApplicationScoped
class StoryVersionCheck {

    private static final String NAME = "story-version-check";
    private static final Duration LEASE = Duration.ofMinutes(5);
    private static final Duration DELAY = Duration.ofMinutes(1);
    private static final int LISTS = 100;

    private final StoryVersionLists stories;
    private final LeftOutListCheck lists;
    private final Transactions transactions;
    private final Leases leases;
    private final StoryVersionConfig config;

    StoryVersionCheck(StoryVersionLists stories, LeftOutListCheck lists, Transactions transactions, Leases leases,
            StoryVersionConfig config) {
        this.stories = stories;
        this.lists = lists;
        this.transactions = transactions;
        this.leases = leases;
        this.config = config;
    }

    void start(@Observes StartupEvent event, Workers workers) {
        workers.repeat(NAME, new Worker.Pace(DELAY, config.checkInterval()), config.checkInterval(), this::check);
    }

    /** Returns how much was wrong. */
    int check() {
        if (!leases.acquire(NAME, LEASE)) {
            return 0;
        }
        try {
            var mended = addMissing() + removeWrong();
            if (mended > 0) {
                Log.infof("Mended the lists of language versions, wrong=%d", mended);
            }
            return mended;
        } finally {
            leases.release(NAME);
        }
    }

    private int addMissing() {
        var mended = 0;
        var next = Optional.of(new UUID(0, 0));
        while (next.isPresent() && leases.acquire(NAME, LEASE)) {
            var from = next.get();
            var batch = transactions.call(() -> stories.mendAfter(from));
            mended += batch.mended();
            next = batch.last();
        }
        return mended;
    }

    private int removeWrong() {
        var mended = 0;
        var ids = lists.after(0, LISTS);
        while (!ids.isEmpty() && leases.acquire(NAME, LEASE)) {
            var batch = ids;
            mended += transactions.call(() -> lists.mend(batch));
            ids = lists.after(batch.get(batch.size() - 1), LISTS);
        }
        return mended;
    }
}
