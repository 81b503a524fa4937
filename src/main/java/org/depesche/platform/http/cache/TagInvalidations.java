package org.depesche.platform.http.cache;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.depesche.platform.http.CacheTag;

/**
 * Stores the change log position of each tag's last invalidation, in bounded memory. There are two generations; the
 * older one is dropped when the younger one is full. A response older than both generations counts as invalidated.
 */
final class TagInvalidations {

    private final int maxTags;
    private volatile Generation current = new Generation(new ConcurrentHashMap<>(), 0);
    private volatile Generation previous = new Generation(new HashMap<>(), 0);

    /**
     * @param lastSequences the position of the last invalidation of each tag
     * @param completeAfter the position after which all invalidations are known
     */
    private record Generation(Map<CacheTag, Long> lastSequences, long completeAfter) {
    }

    /**
     * @param maxTags how many tags are stored, approximately
     * @param position the position after which all invalidations are known
     */
    TagInvalidations(int maxTags, long position) {
        this.maxTags = maxTags;
        reset(position);
    }

    /** Called with increasing positions. */
    synchronized void add(Collection<CacheTag> tags, long position) {
        if (current.lastSequences.size() + tags.size() > maxTags / 2) {
            previous = current;
            current = new Generation(new ConcurrentHashMap<>(), position - 1);
        }
        tags.forEach(tag -> current.lastSequences.put(tag, position));
    }

    /** Forgets all tags, because invalidations up to this position are unknown. */
    synchronized void reset(long position) {
        previous = new Generation(Map.of(), position);
        current = new Generation(new ConcurrentHashMap<>(), position);
    }

    /**
     * Adds invalidations from before those that are known.
     *
     * @param lastSequences the position of the last invalidation of each tag in the range
     * @param completeAfter the start of the range, exclusive
     * @param until the end of the range, inclusive. Nothing is added unless the known invalidations begin here
     * @return whether there is room for more
     */
    synchronized boolean addOlder(Map<CacheTag, Long> lastSequences, long completeAfter, long until) {
        if (previous.completeAfter != until) {
            return false;
        }
        var older = new HashMap<>(lastSequences);
        older.putAll(previous.lastSequences);
        previous = new Generation(older, completeAfter);
        return older.size() <= maxTags / 2;
    }

    /** Returns whether one of the tags was invalidated after that position, or may have been. */
    boolean isInvalidated(Collection<CacheTag> tags, long sequence) {
        // Reads the younger generation first: if they change meanwhile, one is searched twice and none is missed.
        var younger = current;
        var older = previous;
        if (sequence < older.completeAfter) {
            return true;
        }
        for (var tag : tags) {
            if (younger.lastSequences.getOrDefault(tag, 0L) > sequence
                    || older.lastSequences.getOrDefault(tag, 0L) > sequence) {
                return true;
            }
        }
        return false;
    }
}
