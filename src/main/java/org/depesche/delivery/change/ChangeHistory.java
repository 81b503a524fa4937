package org.depesche.delivery.change;

import java.util.HashMap;

import org.depesche.platform.http.CacheTag;
import org.depesche.platform.http.cache.ResponseCache;

/**
 * Reads the part of the change log from before the start of this node, the newest entries first. So a node knows after a
 * restart which stored renderings are valid.
 */
final class ChangeHistory {

    private final ChangeLogRepository log;
    private final ResponseCache cache;
    private final ChangeConfig config;
    private long until;
    private long end;

    ChangeHistory(ChangeLogRepository log, ResponseCache cache, ChangeConfig config) {
        this.log = log;
        this.cache = cache;
        this.config = config;
    }

    /** Begins before the entries that the cache will know. */
    void startBefore(long position) {
        until = position;
        end = Math.max(0, position - config.history());
    }

    /** Reads some entries. Returns whether there are more to read. */
    boolean readMore() {
        var after = Math.max(end, until - config.batchSize());
        if (after >= until) {
            return false;
        }
        var last = new HashMap<CacheTag, Long>();
        var entries = log.between(after, until);
        entries.forEach(entry -> entry.cacheTags().forEach(tag -> last.put(tag, entry.sequence())));
        var isComplete = entries.size() == until - after;
        if (!isComplete || !cache.addHistory(last, after, until)) {
            end = until; // older entries were removed, or there is no room for them
            return false;
        }
        until = after;
        return until > end;
    }
}
