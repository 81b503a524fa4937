package org.depesche.platform.http.cache;

import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;

import jakarta.inject.Singleton;

import org.depesche.platform.http.CacheTag;
import org.jspecify.annotations.Nullable;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;

/**
 * The response cache of this node, with the change log position up to which it knows all invalidations.
 *
 * <p>An invalidation removes nothing. The cache checks a response when it is next requested, and may serve it stale while
 * the database is unreachable. Only content that must not be shown again is evicted at once.
 */
@Singleton
public class ResponseCache {

    private final CacheConfig config;
    private final Ticker ticker = Ticker.systemTicker();
    private final Cache<String, Entry> entries;
    private final TagInvalidations invalidations;
    private volatile long position = -1;
    private volatile long lastContact = ticker.read();
    private volatile boolean isDisconnected;

    ResponseCache(CacheConfig config) {
        this.config = config;
        this.invalidations = new TagInvalidations(config.tagInvalidations(), 0);
        this.entries = Caffeine.newBuilder().maximumWeight(config.maxSize().asLongValue())
                .weigher((String key, Entry entry) -> 2 * key.length() + entry.response.weight()).build();
    }

    /** One cached response. */
    static final class Entry {

        private final CachedResponse response;
        private final long createdAt;
        private volatile long freshAt;

        private Entry(CachedResponse response, long createdAt) {
            this.response = response;
            this.createdAt = createdAt;
            this.freshAt = response.sequence();
        }

        CachedResponse response() {
            return response;
        }
    }

    /** Returns whether responses are stored: the cache is configured, and a follower reads the change log. */
    boolean isEnabled() {
        return position >= 0 && config.maxSize().asLongValue() > 0;
    }

    /** Returns the entry, fresh or stale. */
    @Nullable
    Entry find(String key) {
        return entries.getIfPresent(key);
    }

    /** Returns whether the entry is fresh, as far as this node knows. */
    boolean isFresh(Entry entry) {
        var knownPosition = position;
        if (ticker.read() - entry.createdAt > entry.response.freshFor(config.maxAge()).toNanos()) {
            return false;
        }
        if (entry.freshAt >= knownPosition) {
            return true;
        }
        if (invalidations.isInvalidated(entry.response.cacheTags(), entry.freshAt)) {
            return false;
        }
        entry.freshAt = knownPosition;
        return true;
    }

    /** Returns the change log position of a fresh entry. */
    long position(Entry entry) {
        return Math.max(entry.freshAt, entry.response.sequence());
    }

    /** Stores a response. Returns false if a change invalidated the response while it was computed. */
    boolean store(String key, CachedResponse response) {
        if (!isEnabled() || invalidations.isInvalidated(response.cacheTags(), response.sequence())) {
            return false;
        }
        response.moveOffHeap();
        var entry = new Entry(response, ticker.read());
        entries.put(key, entry);
        if (invalidations.isInvalidated(response.cacheTags(), response.sequence())) {
            entries.asMap().remove(key, entry);
            return false;
        }
        return true;
    }

    /** Updates the size of an entry after its response was encoded once more. */
    void reweigh(String key, Entry entry) {
        entries.asMap().replace(key, entry, entry);
    }

    /**
     * Returns whether no change after one position and up to another one named any of these tags. Returns false, too, when this
     * node cannot know that, because it has not read the log so far or has dropped old invalidations.
     */
    public boolean isUnchanged(Collection<CacheTag> tags, long since, long until) {
        return since <= until && until <= position && !invalidations.isInvalidated(tags, since);
    }

    /** Returns how long the change log has been unreachable. Empty while it is readable. */
    Optional<Duration> disconnectedFor() {
        return isDisconnected ? Optional.of(Duration.ofNanos(ticker.read() - lastContact)) : Optional.empty();
    }

    /** Returns the change log position up to which this node knows all invalidations. Negative before the first read. */
    public long position() {
        return position;
    }

    /** Empties the cache, because invalidations up to this position are unknown. */
    public void resetTo(long sequence) {
        invalidations.reset(sequence);
        entries.invalidateAll();
        advanceTo(sequence);
    }

    /**
     * Records that a change at this position invalidates all responses with one of the tags. The change counts from
     * {@link #advanceTo} on.
     */
    public void invalidate(Collection<CacheTag> tags, long sequence) {
        invalidations.add(tags, sequence);
    }

    /**
     * Adds changes from before the start of this node.
     *
     * @param lastSequences the last change of each tag after one position and up to another
     * @return whether there is room for more; false when the two positions do not adjoin what is known
     */
    public boolean addHistory(Map<CacheTag, Long> lastSequences, long after, long until) {
        return invalidations.addOlder(lastSequences, after, until);
    }

    /** Removes all responses with one of the tags. They are not served stale either. */
    public void evict(Collection<CacheTag> tags) {
        entries.asMap().values().removeIf(entry -> !Collections.disjoint(entry.response.cacheTags(), tags));
    }

    /** Records that all invalidations up to this position are known. */
    public void advanceTo(long sequence) {
        position = Math.max(position, sequence);
        lastContact = ticker.read();
        isDisconnected = false;
    }

    /** Records that the change log is unreachable. Cached responses may then be served stale for a while. */
    public void markDisconnected() {
        isDisconnected = true;
    }

    /** Returns the approximate size of all cached responses in bytes. */
    long weight() {
        entries.cleanUp();
        return entries.policy().eviction().map(eviction -> eviction.weightedSize().orElse(0)).orElse(0L);
    }
}
