package org.depesche.delivery.change.stream;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.depesche.delivery.change.ChangeFilter;
import org.depesche.delivery.change.ChangeLog;

import io.vertx.core.buffer.Buffer;

/**
 * Sends some consecutive entries to many listeners. An entry is written once for all listeners with the same filter.
 */
final class Delivery {

    private final List<ChangeLog.Position> entries;
    private final EventFormat format;
    private final Map<ChangeFilter, Map<Long, Optional<Buffer>>> written = new HashMap<>();

    /** @param entries in ascending order, without gaps */
    Delivery(List<ChangeLog.Position> entries, EventFormat format) {
        this.entries = List.copyOf(entries);
        this.format = format;
    }

    /**
     * Sends the entries after the listener's position, as many as the listener has room for. Returns whether the listener
     * has moved.
     */
    boolean to(Listener listener) {
        var room = listener.capacity();
        var bytes = Buffer.buffer();
        var before = listener.position();
        var lastSent = before;
        for (var index = firstAfter(before); index < entries.size() && bytes.length() < room; index++) {
            var entry = entries.get(index);
            var block = write(entry, listener.filter());
            if (block.isPresent()) {
                bytes.appendBuffer(block.get());
                lastSent = entry.sequence();
            }
            listener.moveTo(entry.sequence());
        }
        if (bytes.length() > 0) {
            listener.sendEntries(bytes, lastSent);
        }
        return listener.position() > before;
    }

    private int firstAfter(long position) {
        var first = entries.isEmpty() ? 0 : position - entries.get(0).sequence() + 1;
        return (int) Math.min(entries.size(), Math.max(0, first));
    }

    private Optional<Buffer> write(ChangeLog.Position position, ChangeFilter filter) {
        return written.computeIfAbsent(filter, key -> new HashMap<>()).computeIfAbsent(position.sequence(),
                key -> position.entry().flatMap(filter::apply).map(format::entry));
    }
}
