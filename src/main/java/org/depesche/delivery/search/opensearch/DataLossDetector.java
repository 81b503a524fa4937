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
 * Distinguishes an index that lost its data from an unreachable one. When data are lost, the cluster answers but the
 * index does not. Its files are corrupt, or its only copy was on a machine that does not come back.
 */
final class DataLossDetector {

    private final ClusterContext context;
    private final Duration timeout;
    private @Nullable Instant lostSince;

    DataLossDetector(ClusterContext context) {
        this.context = context;
        this.timeout = context.config().dataLossTimeout();
    }

    /**
     * Reads from the index. The result is empty when there is no index, or when its data have been lost for longer than
     * the timeout.
     * @throws IndexUnreachable when the index is unreachable and its data may come back
     */
    <T> Optional<T> emptyIfLost(Supplier<Optional<T>> read) {
        try {
            var value = read.get();
            lostSince = null;
            return value;
        } catch (IndexUnreachable unreachable) {
            if (checkLost()) {
                Log.errorf("The search index has had no data for %s and is rebuilt", timeout);
                return Optional.empty();
            }
            throw unreachable;
        }
    }

    private boolean checkLost() {
        if (!ping()) {
            lostSince = null;
            return false;
        }
        var now = context.clock().instant();
        lostSince = lostSince == null ? now : lostSince;
        return lostSince.plus(timeout).isBefore(now);
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
