package org.depesche.delivery.purge;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.depesche.delivery.change.ChangeEntry;
import org.depesche.delivery.change.ChangeLog;
import org.depesche.platform.outbound.Outbound;

/** One network being told what changed: in the order of the log, and going on only when it has answered. */
final class Purge {

    private final String name;
    private final PurgeConfig.EndpointConfig endpoint;
    private final PurgeConfig config;
    private final ChangeLog log;
    private final PurgePositions positions;
    private final Outbound outbound;
    private int failures;
    /** Up to there every node has had the time to hear of the changes. */
    private long settled = -1;

    Purge(String name, PurgeConfig config, ChangeLog log, PurgePositions positions, Outbound outbound) {
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
    long behind() {
        var end = log.end();
        return end - positions.of(name, end);
    }

    /** Tells the next changes and gives how many are left. Throws when the network refused or did not answer. */
    long next() throws IOException, InterruptedException {
        var position = positions.of(name, log.end());
        settle(position);
        var everything = endpoint.form().forgetEverything(endpoint);
        if (settled - position > config.everythingBeyond() && everything.isPresent()) {
            send(everything.get());
            return told(settled);
        }
        var entries = log.after(position, Set.of(), "", config.batch()).entries().stream()
                .filter(entry -> entry.sequence() <= settled).toList();
        for (var tags : calls(entries)) {
            send(endpoint.form().forget(endpoint, tags));
        }
        return told(entries.isEmpty() ? position : entries.get(entries.size() - 1).sequence());
    }

    private long told(long position) {
        positions.move(name, position);
        failures = 0;
        return settled - position;
    }

    /**
     * A network that forgets at once asks at once, perhaps a node that has not heard of the change yet: it would keep the old
     * answer, and nobody would tell it again.
     */
    private void settle(long position) throws InterruptedException {
        if (position >= settled) {
            var end = log.end();
            if (end > position) {
                Thread.sleep(config.delay().toMillis());
            }
            settled = end;
        }
    }

    /** How long to leave it alone after one more failure. */
    Duration failed() {
        failures++;
        var pause = config.retry().multipliedBy(1L << Math.min(failures - 1, 20));
        return pause.compareTo(config.longestRetry()) < 0 ? pause : config.longestRetry();
    }

    private List<List<String>> calls(List<ChangeEntry> entries) {
        var tags = new LinkedHashSet<String>();
        entries.forEach(entry -> tags.addAll(entry.cacheTags()));
        var all = new ArrayList<>(tags);
        var calls = new ArrayList<List<String>>();
        for (var from = 0; from < all.size(); from += endpoint.form().mostTags()) {
            calls.add(all.subList(from, Math.min(all.size(), from + endpoint.form().mostTags())));
        }
        return calls;
    }

    private void send(Outbound.Call call) throws IOException, InterruptedException {
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
