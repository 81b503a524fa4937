package org.depesche.platform.http.response;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which tag was last touched at which position of the change log, in bounded memory: two generations, of which the older one is
 * forgotten when the younger is full. For what lies before that it says: touched.
 */
final class TagInvalidations {

    private final int maxTags;
    private volatile Generation current = new Generation(new ConcurrentHashMap<>(), 0);
    private volatile Generation previous = new Generation(new HashMap<>(), 0);

    /** @param after the position from which on it knows of all touches */
    private record Generation(Map<String, Long> lastSequences, long completeAfter) {
    }

    /** @param most how many tags are remembered, about */
    TagInvalidations(int most, long position) {
        this.maxTags = most;
        reset(position);
    }

    /** One writer at a time, positions only growing. */
    void add(Collection<String> tags, long position) {
        if (current.lastSequences.size() + tags.size() > maxTags / 2) {
            previous = current;
            current = new Generation(new ConcurrentHashMap<>(), position - 1);
        }
        tags.forEach(tag -> current.lastSequences.put(tag, position));
    }

    /** Nothing is known of what was touched up to there. */
    void reset(long position) {
        previous = new Generation(Map.of(), position);
        current = new Generation(new ConcurrentHashMap<>(), position);
    }

    /** Was one of them touched after that position, or could it have been? */
    boolean isInvalidated(Set<String> tags, long since) {
        // The younger one first: when they change meanwhile it is looked at twice, and none is missed.
        var younger = current;
        var older = previous;
        return since < older.completeAfter || tags.stream().anyMatch(tag -> younger.lastSequences.getOrDefault(tag, 0L) > since
                || older.lastSequences.getOrDefault(tag, 0L) > since);
    }
}
