package org.depesche.delivery.purge;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.depesche.delivery.change.ChangeEntry;
import org.depesche.delivery.change.ChangeLog;
import org.depesche.platform.outbound.OutboundHttpClient;

/** One network being told what changed: in the order of the log, and going on only when it has answered. */
final class EndpointPurger {

    private final String name;
    private final PurgeConfig.EndpointConfig endpoint;
    private final PurgeConfig config;
    private final ChangeLog log;
    private final PurgePositionRepository positions;
    private final OutboundHttpClient outbound;
    private int failures;
    /** Up to there every node has had the time to hear of the changes. */
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

    /** How many changes it has not been told. */
    long lag() {
        var end = log.lastSequence();
        return end - positions.findOrStart(name, end);
    }

    /** Tells the next changes and gives how many are left. Throws when the network refused or did not answer. */
    long purgeNext() throws IOException, InterruptedException {
        var position = positions.findOrStart(name, log.lastSequence());
        awaitPropagation(position);
        var everything = endpoint.protocol().purgeAll(endpoint);
        if (propagatedSequence - position > config.purgeAllBeyond() && everything.isPresent()) {
            send(everything.get());
            return advanceTo(propagatedSequence);
        }
        var entries = log.after(position, Set.of(), "", config.batchSize()).entries().stream()
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
     * A network that forgets at once asks at once, perhaps a node that has not heard of the change yet: it would keep the old
     * answer, and nobody would tell it again.
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

    /** How long to leave it alone after one more failure. */
    Duration recordFailure() {
        failures++;
        var pause = config.retryDelay().multipliedBy(1L << Math.min(failures - 1, 20));
        return pause.compareTo(config.maxRetryDelay()) < 0 ? pause : config.maxRetryDelay();
    }

    private List<List<String>> tagBatches(List<ChangeEntry> entries) {
        var tags = new LinkedHashSet<String>();
        entries.forEach(entry -> tags.addAll(entry.cacheTags()));
        var all = new ArrayList<>(tags);
        var calls = new ArrayList<List<String>>();
        for (var from = 0; from < all.size(); from += endpoint.protocol().maxTags()) {
            calls.add(all.subList(from, Math.min(all.size(), from + endpoint.protocol().maxTags())));
        }
        return calls;
    }

    private void send(OutboundHttpClient.Request call) throws IOException, InterruptedException {
        var answer = outbound.send(call);
        if (!answer.isSuccess()) {
            throw new IOException("it answered " + answer.status() + " " + shortened(answer.body()));
        }
    }

    private static String shortened(String body) {
        var line = body.replaceAll("\\s+", " ").strip();
        return line.length() > 200 ? line.substring(0, 200) + "…" : line;
    }
}
