package org.depesche.delivery.search.opensearch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

import org.depesche.delivery.search.IndexAway;
import org.jspecify.annotations.Nullable;

import io.quarkus.logging.Log;

/**
 * Tells an index whose data are gone from one that only cannot be reached: the cluster answers all the while, but for that one.
 * Broken files, or the only copy on a machine that does not come back, look like this from outside.
 */
final class Lost {

    private final Cluster cluster;
    private final Duration patience;
    private final Clock clock;
    private @Nullable Instant since;

    Lost(Cluster cluster, Duration patience, Clock clock) {
        this.cluster = cluster;
        this.patience = patience;
        this.clock = clock;
    }

    /** What is asked for; empty when it is not there, or is given up. */
    <T> Optional<T> unless(Supplier<Optional<T>> asked) {
        try {
            var found = asked.get();
            since = null;
            return found;
        } catch (IndexAway away) {
            if (isLost()) {
                Log.errorf("The search index has been without its data for %s and is given up", patience);
                return Optional.empty();
            }
            throw away;
        }
    }

    private boolean isLost() {
        if (!answers()) {
            since = null;
            return false;
        }
        var now = clock.instant();
        since = since == null ? now : since;
        return since.plus(patience).isBefore(now);
    }

    private boolean answers() {
        try {
            cluster.ask("GET", "/", null);
            return true;
        } catch (IndexAway | Refused e) {
            return false;
        }
    }
}
