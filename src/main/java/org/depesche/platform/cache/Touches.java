package org.depesche.platform.cache;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which tag was last touched at which position of the change log, in bounded memory: two generations, of which the older one is
 * forgotten when the younger is full. For what lies before that it says: touched.
 */
final class Touches {

    private final int most;
    private volatile Generation young = new Generation(new ConcurrentHashMap<>(), 0);
    private volatile Generation old = new Generation(new HashMap<>(), 0);

    /** @param after the position from which on it knows of all touches */
    private record Generation(Map<String, Long> last, long after) {
    }

    /** @param most how many tags are remembered, about */
    Touches(int most, long position) {
        this.most = most;
        forget(position);
    }

    /** One writer at a time, positions only growing. */
    void touch(Collection<String> tags, long position) {
        if (young.last.size() + tags.size() > most / 2) {
            old = young;
            young = new Generation(new ConcurrentHashMap<>(), position - 1);
        }
        tags.forEach(tag -> young.last.put(tag, position));
    }

    /** Nothing is known of what was touched up to there. */
    void forget(long position) {
        old = new Generation(Map.of(), position);
        young = new Generation(new ConcurrentHashMap<>(), position);
    }

    /** Was one of them touched after that position, or could it have been? */
    boolean isTouched(Set<String> tags, long since) {
        // The younger one first: when they change meanwhile it is looked at twice, and none is missed.
        var younger = young;
        var older = old;
        return since < older.after || tags.stream().anyMatch(tag -> younger.last.getOrDefault(tag, 0L) > since
                || older.last.getOrDefault(tag, 0L) > since);
    }
}
