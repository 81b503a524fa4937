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
 * States of an index that were searched lately, kept by the cluster so that further pages see what the first one saw. One is
 * shared by all searches of this node at one position, as the cluster bears few. Their names stay here: one made up by a caller
 * opens nothing.
 */
final class PointsInTime {

    private static final Duration RETRY_DELAY = Duration.ofSeconds(2);

    private final ClusterClient cluster;
    private final String index;
    private final Clock clock;
    private final OpenSearchConfig config;
    private final Map<Long, PointInTime> opened = new LinkedHashMap<>();
    private Instant retryAt = Instant.EPOCH;

    PointsInTime(ClusterContext means, String index) {
        this.cluster = means.cluster();
        this.index = index;
        this.clock = means.clock();
        this.config = means.config();
    }

    private record PointInTime(String name, Instant until) {
    }

    /** That of a position; empty when it is over, or was another node's. */
    synchronized Optional<String> find(long position) {
        return Optional.ofNullable(opened.get(position)).filter(point -> point.until().isAfter(clock.instant()))
                .map(PointInTime::name);
    }

    /** The same, opened when it is not there; empty when the cluster cannot have more. */
    synchronized Optional<String> findOrOpen(long position) {
        var there = find(position);
        return there.isPresent() ? there : open(position);
    }

    private Optional<String> open(long position) {
        if (clock.instant().isBefore(retryAt)) {
            return Optional.empty();
        }
        try {
            makeRoom();
            var answer = cluster.read("POST", "/" + index + "/" + cluster.dialect().pointInTimePath() + "?keep_alive="
                    + config.pointInTimeKeepAlive().toSeconds() + "s", null);
            var name = answer.path(cluster.dialect().isElastic() ? "id" : "pit_id").asText();
            opened.put(position, new PointInTime(name, clock.instant().plus(config.pointInTimeKeepAlive())));
            return Optional.of(name);
        } catch (IndexUnreachable | ClusterRequestRejected e) {
            Log.debugf(e, "No point in time for position=%d: pages go on in the present", position);
            retryAt = clock.instant().plus(RETRY_DELAY); // not all who search have to find out
            return Optional.empty();
        }
    }

    synchronized void forget(long position) {
        opened.remove(position);
    }

    private void makeRoom() {
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
            Log.debugf(e, "Points in time end by themselves");
        }
    }

    private void close(PointInTime point) {
        var named = cluster.object();
        if (cluster.dialect().isElastic()) {
            cluster.read("DELETE", "/_pit", named.put("id", point.name()));
        } else {
            named.putArray("pit_id").add(point.name());
            cluster.read("DELETE", "/_search/point_in_time", named);
        }
    }
}
