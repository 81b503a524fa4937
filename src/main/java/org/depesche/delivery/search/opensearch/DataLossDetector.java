package org.depesche.delivery.search.opensearch;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

import org.depesche.delivery.search.index.IndexUnreachable;
import org.depesche.delivery.search.opensearch.client.ClusterRequestRejected;
import org.jspecify.annotations.Nullable;

import io.quarkus.logging.Log;

/**
 * Tells an index whose data are gone from one that only cannot be reached: the cluster answers all the while, but for that one.
 * Broken files, or the only copy on a machine that does not come back, look like this from outside.
 */
final class DataLossDetector {

    private final ClusterContext context;
    private final Duration timeout;
    private @Nullable Instant since;

    DataLossDetector(ClusterContext means) {
        this.context = means;
        this.timeout = means.config().dataLossTimeout();
    }

    /** What is asked for; empty when it is not there, or is given up. */
    <T> Optional<T> emptyIfLost(Supplier<Optional<T>> asked) {
        try {
            var found = asked.get();
            since = null;
            return found;
        } catch (IndexUnreachable away) {
            if (checkLost()) {
                Log.errorf("The search index has been without its data for %s and is given up", timeout);
                return Optional.empty();
            }
            throw away;
        }
    }

    private boolean checkLost() {
        if (!ping()) {
            since = null;
            return false;
        }
        var now = context.clock().instant();
        since = since == null ? now : since;
        return since.plus(timeout).isBefore(now);
    }

    private boolean ping() {
        try {
            context.cluster().read("GET", "/", null);
            return true;
        } catch (IndexUnreachable | ClusterRequestRejected e) {
            return false;
        }
    }
}
