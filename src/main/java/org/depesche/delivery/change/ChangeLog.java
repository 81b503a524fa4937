package org.depesche.delivery.change;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.depesche.platform.http.ChangeLogPositionTracker;
import org.jspecify.annotations.Nullable;

/** Reads the change log in commit order. When a sequence is visible, it is committed, and so are all lower sequences. */
@ApplicationScoped
@Transactional
public class ChangeLog {

    private final ChangeLogRepository entries;
    private final ChangeLogPositionTracker positions;
    private final ChangeConfig config;
    private final HiddenImages hiddenImages;

    ChangeLog(ChangeLogRepository entries, ChangeLogPositionTracker positions, ChangeConfig config,
            HiddenImages hiddenImages) {
        this.hiddenImages = hiddenImages;
        this.entries = entries;
        this.positions = positions;
        this.config = config;
    }

    /** The last sequence of the log. */
    public long lastSequence() {
        return positions.readAndRecord().sequence();
    }

    /**
     * The lowest sequence after which the log is complete: 0, unless older entries were removed. The entries after a lower
     * sequence cannot be read any more.
     */
    public long start() {
        return entries.start();
    }

    /**
     * Whether a client may follow the log from a position: no entry after it was removed, and it is not beyond the end. A
     * position beyond the end belongs to a log that was replaced, for example by a backup; an empty response would let the
     * client wait for ever and miss every change.
     */
    public boolean hasPosition(long position) {
        return position >= start() && position <= lastSequence();
    }

    /**
     * The entries after a sequence that a client sees. The number of entries that are read is bounded: with a rare filter, or
     * after many hidden entries, the client continues from {@link Changes#last}.
     * @param limit the maximum number of entries to return
     */
    public Changes after(long sequence, ChangeFilter filter, int limit) {
        var end = lastSequence();
        var matches = new ArrayList<ChangeEntry>();
        var last = sequence;
        var batch = filter.isAll() ? limit : config.scanLimit();
        var isMore = true;
        for (var scanned = 0; isMore && scanned < config.scanLimit(); scanned += batch) {
            var read = forClients(last, batch);
            for (var position : read) {
                last = position.sequence();
                position.entry().flatMap(filter::apply).ifPresent(matches::add);
                if (matches.size() == limit) {
                    return new Changes(matches, last, end);
                }
            }
            isMore = read.size() == batch;
        }
        return new Changes(matches, last, end);
    }

    /** All entries after a sequence, also of what is not public: for followers inside the service. */
    public Changes all(long sequence, int limit) {
        var end = lastSequence();
        var found = entries.after(sequence, limit);
        return new Changes(found, found.isEmpty() ? sequence : found.get(found.size() - 1).sequence(), end);
    }

    /** The positions after a sequence, without gaps. Each client's filter decides which of the entries it sees. */
    public List<Position> forClients(long sequence, int limit) {
        return hiddenImages.mask(entries.after(sequence, limit));
    }

    /**
     * A position of the log.
     *
     * @param shown the entry as clients see it; null where no client sees it
     */
    public record Position(long sequence, @Nullable ChangeEntry shown) {

        static Position showing(ChangeEntry entry) {
            return new Position(entry.sequence(), entry);
        }

        static Position hiding(ChangeEntry entry) {
            return new Position(entry.sequence(), null);
        }

        /** Empty where no client sees the entry. */
        public Optional<ChangeEntry> entry() {
            return Optional.ofNullable(shown);
        }
    }

    /**
     * A page of the log.
     * @param last the sequence to continue after
     * @param end the last sequence of the log
     */
    public record Changes(List<ChangeEntry> entries, long last, long end) {
        public Changes {
            entries = List.copyOf(entries);
        }

        boolean isEmpty() {
            return entries.isEmpty() && last >= end;
        }
    }
}
