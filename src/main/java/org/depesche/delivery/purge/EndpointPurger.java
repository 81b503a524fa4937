package org.depesche.delivery.purge;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

import org.depesche.delivery.change.ChangeEntry;
import org.depesche.delivery.change.ChangeLog;
import org.depesche.platform.http.CacheTag;
import org.depesche.platform.outbound.OutboundHttpClient;

/**
 * Sends the changes of the log to one content delivery network, in the order of the log. The position advances only
 * after the network's response.
 */
final class EndpointPurger {

    private final String name;
    private final PurgeConfig.EndpointConfig endpoint;
    private final PurgeConfig config;
    private final ChangeLog log;
    private final PurgePositionRepository positions;
    private final OutboundHttpClient outbound;
    private int failures;
    /** Every node has had the time to read the changes up to this sequence. */
    private long propagatedSequence = -1;

    EndpointPurger(String name, PurgeConfig config, ChangeLog log, PurgePositionRepository positions,
            OutboundHttpClient outbound) {
        this.name = name;
        this.endpoint = config.endpoints().get(name);
        this.config = config;
        this.log = log;
        this.positions = positions;
        this.outbound = outbound;
    }

    String name() {
        return name;
    }

    /** The number of changes for which the network has not been purged. */
    long lag() {
        var end = log.lastSequence();
        return end - positions.findOrStart(name, end);
    }

    /**
     * Sends the next changes, and returns how many are left.
     * @throws IOException when the network rejected the request or did not respond
     */
    long purgeNext() throws IOException, InterruptedException {
        var position = positions.findOrStart(name, log.lastSequence());
        awaitPropagation(position);
        var everything = endpoint.protocol().purgeAll(endpoint);
        if (propagatedSequence - position > config.purgeAllBeyond() && everything.isPresent()) {
            send(everything.get());
            return advanceTo(propagatedSequence);
        }
        var entries = log.all(position, config.batchSize()).entries().stream()
                .filter(entry -> entry.sequence() <= propagatedSequence).toList();
        for (var tags : tagBatches(entries)) {
            send(endpoint.protocol().purgeTags(endpoint, tags));
        }
        return advanceTo(entries.isEmpty() ? position : entries.get(entries.size() - 1).sequence());
    }

    private long advanceTo(long position) {
        positions.advance(name, position);
        failures = 0;
        return propagatedSequence - position;
    }

    /**
     * Waits until every node has read the latest changes. A network that purges immediately may immediately fetch the
     * content again, from a node that does not know the change yet. The network would then cache the outdated response,
     * and no further purge would follow.
     */
    private void awaitPropagation(long position) throws InterruptedException {
        if (position >= propagatedSequence) {
            var end = log.lastSequence();
            if (end > position) {
                Thread.sleep(config.propagationDelay().toMillis());
            }
            propagatedSequence = end;
        }
    }

    /** Counts a failure, and returns how long to wait before the next attempt. */
    Duration recordFailure() {
        failures++;
        var pause = config.retryDelay().multipliedBy(1L << Math.min(failures - 1, 20));
        return pause.compareTo(config.maxRetryDelay()) < 0 ? pause : config.maxRetryDelay();
    }

    private List<List<CacheTag>> tagBatches(List<ChangeEntry> entries) {
        var tags = new LinkedHashSet<CacheTag>();
        entries.forEach(entry -> tags.addAll(entry.cacheTags()));
        var allTags = new ArrayList<>(tags);
        var batches = new ArrayList<List<CacheTag>>();
        for (var from = 0; from < allTags.size(); from += endpoint.protocol().maxTags()) {
            batches.add(allTags.subList(from, Math.min(allTags.size(), from + endpoint.protocol().maxTags())));
        }
        return batches;
    }

    private void send(OutboundHttpClient.Request request) throws IOException, InterruptedException {
        var response = outbound.send(request);
        if (!response.isSuccess()) {
            throw new IOException("status " + response.status() + " " + abbreviate(response.body()));
        }
    }

    private static String abbreviate(String body) {
        var line = body.replaceAll("\\s+", " ").strip();
        return line.length() > 200 ? line.substring(0, 200) + "…" : line;
    }
}
