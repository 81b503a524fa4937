package org.depesche.delivery.change;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.depesche.platform.http.ChangeLogPosition;

/** Reads the change log in commit order. When a sequence is visible, it is committed, and so are all lower sequences. */
@ApplicationScoped
@Transactional
public class ChangeLog {

    private final ChangeLogRepository entries;
    private final ChangeLogPosition positions;
    private final ChangeConfig config;

    ChangeLog(ChangeLogRepository entries, ChangeLogPosition positions, ChangeConfig config) {
        this.entries = entries;
        this.positions = positions;
        this.config = config;
    }

    /** The last sequence of the log. */
    public long lastSequence() {
        return positions.readAndRecord().sequence();
    }

    /**
     * The entries after a sequence. The number of entries that are read is bounded: with a rare filter, the client
     * continues from {@link Changes#last}.
     * @param types the types to return; empty for all
     * @param site the slug of the site to return; empty for all
     * @param limit the maximum number of entries to return
     */
    public Changes after(long sequence, Set<String> types, String site, int limit) {
        var end = lastSequence();
        var matches = new ArrayList<ChangeEntry>();
        var last = sequence;
        var isFiltered = !types.isEmpty() || !site.isEmpty();
        for (var entry : entries.after(sequence, isFiltered ? config.scanLimit() : limit)) {
            last = entry.sequence();
            if ((types.isEmpty() || types.contains(entry.type())) && (site.isEmpty() || entry.sites().contains(site))) {
                matches.add(entry);
                if (matches.size() == limit) {
                    break;
                }
            }
        }
        return new Changes(matches, last, end);
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
