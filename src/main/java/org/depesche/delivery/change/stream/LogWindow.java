package org.depesche.delivery.change.stream;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

import org.depesche.delivery.change.ChangeLog;

/** The latest positions of the log, without gaps, up to the position that the stream has read. */
final class LogWindow {

    private final int capacity;
    private final Deque<ChangeLog.Position> entries = new ArrayDeque<>();
    private long last;

    LogWindow(int capacity) {
        this.capacity = capacity;
    }

    /** Forgets everything and continues after a sequence. */
    void restartAt(long sequence) {
        entries.clear();
        last = sequence;
    }

    void append(List<ChangeLog.Position> next) {
        for (var entry : next) {
            entries.addLast(entry);
            last = entry.sequence();
            if (entries.size() > capacity) {
                entries.removeFirst();
            }
        }
    }

    long last() {
        return last;
    }

    /** Whether the window has every entry after a position. */
    boolean reachesBackTo(long position) {
        return position >= last || !entries.isEmpty() && position >= entries.getFirst().sequence() - 1;
    }

    /** The entries after a position. */
    List<ChangeLog.Position> after(long position) {
        var latest = new ArrayDeque<ChangeLog.Position>();
        for (var from = entries.descendingIterator(); from.hasNext();) {
            var entry = from.next();
            if (entry.sequence() <= position) {
                break;
            }
            latest.addFirst(entry);
        }
        return List.copyOf(latest);
    }
}
