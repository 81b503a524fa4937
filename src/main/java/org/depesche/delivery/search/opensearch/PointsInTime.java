package org.depesche.delivery.search.opensearch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.depesche.delivery.search.index.IndexUnreachable;
import org.depesche.delivery.search.opensearch.client.ClusterClient;
import org.depesche.delivery.search.opensearch.client.ClusterRequestRejected;
import org.depesche.delivery.search.opensearch.client.OpenSearchConfig;

import io.quarkus.logging.Log;

/**
 * The points in time of an index, which let later pages see the same state as the first page. All searches of this node
 * at one position share a point in time, because a cluster supports few. Clients never see the ids, so that a client
 * cannot open a point in time by guessing.
 */
final class PointsInTime {

    private static final Duration RETRY_DELAY = Duration.ofSeconds(2);

    private final ClusterClient cluster;
    private final String index;
    private final Clock clock;
    private final OpenSearchConfig config;
    private final Map<Long, PointInTime> opened = new LinkedHashMap<>();
    private Instant retryAt = Instant.EPOCH;

    PointsInTime(ClusterContext context, String index) {
        this.cluster = context.cluster();
        this.index = index;
        this.clock = context.clock();
        this.config = context.config();
    }

    private record PointInTime(String id, Instant until) {
    }

    /** The point in time of a position. It is empty when it has expired, or when another node opened it. */
    synchronized Optional<String> find(long position) {
        return Optional.ofNullable(opened.get(position)).filter(point -> point.until().isAfter(clock.instant()))
                .map(PointInTime::id);
    }

    /**
     * The point in time of a position, which is opened when there is none. It is empty when the cluster cannot open
     * more.
     */
    synchronized Optional<String> findOrOpen(long position) {
        var existing = find(position);
        return existing.isPresent() ? existing : open(position);
    }

    private Optional<String> open(long position) {
        if (clock.instant().isBefore(retryAt)) {
            return Optional.empty();
        }
        try {
            evict();
            var response = cluster.read("POST", "/" + index + "/" + cluster.dialect().pointInTimePath() + "?keep_alive="
                    + config.pointInTimeKeepAlive().toSeconds() + "s", null);
            var id = response.path(cluster.dialect().isElastic() ? "id" : "pit_id").asText();
            opened.put(position, new PointInTime(id, clock.instant().plus(config.pointInTimeKeepAlive())));
            return Optional.of(id);
        } catch (IndexUnreachable | ClusterRequestRejected e) {
            Log.debugf(e, "No point in time for position=%d: later pages read the current index", position);
            retryAt = clock.instant().plus(RETRY_DELAY); // so that not every search repeats the failing request
            return Optional.empty();
        }
    }

    /** Forgets a point in time that the cluster no longer knows. */
    synchronized void forget(long position) {
        opened.remove(position);
    }

    private void evict() {
        opened.values().removeIf(point -> !point.until().isAfter(clock.instant()));
        while (opened.size() >= config.maxPointsInTime()) {
            close(List.of(opened.remove(opened.keySet().iterator().next())));
        }
    }

    synchronized void close() {
        close(List.copyOf(opened.values()));
        opened.clear();
    }

    private void close(List<PointInTime> points) {
        try {
            for (var point : points) {
                close(point);
            }
        } catch (IndexUnreachable | ClusterRequestRejected e) {
            Log.debugf(e, "Points in time were not closed and will expire");
        }
    }

    private void close(PointInTime point) {
        var request = cluster.object();
        if (cluster.dialect().isElastic()) {
            cluster.read("DELETE", "/_pit", request.put("id", point.id()));
        } else {
            request.putArray("pit_id").add(point.id());
            cluster.read("DELETE", "/_search/point_in_time", request);
        }
    }
}
