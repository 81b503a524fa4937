package org.depesche.delivery.search.opensearch;

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

    private final Means means;
    private final Duration patience;
    private @Nullable Instant since;

    Lost(Means means) {
        this.means = means;
        this.patience = means.config().lost();
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
        var now = means.clock().instant();
        since = since == null ? now : since;
        return since.plus(patience).isBefore(now);
    }

    private boolean answers() {
        try {
            means.cluster().ask("GET", "/", null);
            return true;
        } catch (IndexAway | Refused e) {
            return false;
        }
    }
}
