package org.depesche.delivery.search.opensearch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.depesche.delivery.search.IndexAway;

import io.quarkus.logging.Log;

/**
 * States of an index that were searched lately, kept by the cluster so that further pages see what the first one saw. One is
 * shared by all searches of this node at one position, as the cluster bears few. Their names stay here: one made up by a caller
 * opens nothing.
 */
final class PointsInTime {

    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final Cluster cluster;
    private final String index;
    private final Clock clock;
    private final OpenSearchConfig config;
    private final Map<Long, Opened> opened = new LinkedHashMap<>();
    private Instant next = Instant.EPOCH;

    PointsInTime(Means means, String index) {
        this.cluster = means.cluster();
        this.index = index;
        this.clock = means.clock();
        this.config = means.config();
    }

    private record Opened(String name, Instant until) {
    }

    /** That of a position; empty when it is over, or was another node's. */
    synchronized Optional<String> at(long position) {
        return Optional.ofNullable(opened.get(position)).filter(point -> point.until().isAfter(clock.instant()))
                .map(Opened::name);
    }

    /** The same, opened when it is not there; empty when the cluster cannot have more. */
    synchronized Optional<String> opened(long position) {
        var there = at(position);
        return there.isPresent() ? there : open(position);
    }

    private Optional<String> open(long position) {
        if (clock.instant().isBefore(next)) {
            return Optional.empty();
        }
        try {
            makeRoom();
            var answer = cluster.ask("POST", "/" + index + "/" + cluster.dialect().pointInTime() + "?keep_alive="
                    + config.snapshots().toSeconds() + "s", null);
            var name = answer.path(cluster.dialect().isElastic() ? "id" : "pit_id").asText();
            opened.put(position, new Opened(name, clock.instant().plus(config.snapshots())));
            return Optional.of(name);
        } catch (IndexAway | Refused e) {
            Log.debugf(e, "No point in time for position=%d: pages go on in the present", position);
            next = clock.instant().plus(PAUSE); // not all who search have to find out
            return Optional.empty();
        }
    }

    synchronized void forget(long position) {
        opened.remove(position);
    }

    private void makeRoom() {
        opened.values().removeIf(point -> !point.until().isAfter(clock.instant()));
        while (opened.size() >= config.mostSnapshots()) {
            close(List.of(opened.remove(opened.keySet().iterator().next())));
        }
    }

    synchronized void close() {
        close(List.copyOf(opened.values()));
        opened.clear();
    }

    private void close(List<Opened> points) {
        try {
            for (var point : points) {
                close(point);
            }
        } catch (IndexAway | Refused e) {
            Log.debugf(e, "Points in time end by themselves");
        }
    }

    private void close(Opened point) {
        var named = cluster.object();
        if (cluster.dialect().isElastic()) {
            cluster.ask("DELETE", "/_pit", named.put("id", point.name()));
        } else {
            named.putArray("pit_id").add(point.name());
            cluster.ask("DELETE", "/_search/point_in_time", named);
        }
    }
}
