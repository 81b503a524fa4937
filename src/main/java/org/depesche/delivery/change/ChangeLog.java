package org.depesche.delivery.change;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.depesche.platform.http.ChangeLogPosition;
import org.jdbi.v3.core.Jdbi;

/** Reads the log in commit order. What has a number is committed, and so is everything with a smaller one. */
@ApplicationScoped
@Transactional
public class ChangeLog {

    private final Jdbi jdbi;
    private final ChangeJson json;
    private final ChangeLogPosition positions;
    private final ChangeConfig config;

    ChangeLog(Jdbi jdbi, ChangeJson json, ChangeLogPosition positions, ChangeConfig config) {
        this.jdbi = jdbi;
        this.json = json;
        this.positions = positions;
        this.config = config;
    }

    /** The last sequence given. */
    public long lastSequence() {
        return positions.readAndRecord().sequence();
    }

    /**
     * Entries after a sequence, at most {@code limit} of those asked for. Looks at a bounded number of entries: a reader that
     * wants something rare goes on from where the look ended.
     *
     * @param types empty for all
     * @param site empty for all
     */
    public Changes after(long sequence, Set<String> types, String site, int limit) {
        var end = lastSequence();
        var found = new ArrayList<ChangeEntry>();
        var last = sequence;
        var isFiltered = !types.isEmpty() || !site.isEmpty();
        for (var entry : read(sequence, isFiltered ? config.scanLimit() : limit)) {
            last = entry.sequence();
            if ((types.isEmpty() || types.contains(entry.type())) && (site.isEmpty() || entry.sites().contains(site))) {
                found.add(entry);
                if (found.size() == limit) {
                    break;
                }
            }
        }
        return new Changes(found, last, end);
    }

    private List<ChangeEntry> read(long after, int limit) {
        return jdbi.withHandle(handle -> handle
                .createQuery("select entry from change_log where sequence > ? order by sequence limit ?").bind(0, after)
                .bind(1, limit).mapTo(String.class).map(json::read).list());
    }

    /**
     * @param last the sequence to go on after
     * @param end the last one there is
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
