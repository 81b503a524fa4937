package org.depesche.platform.http.response;

import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;

/**
 * The answers this node keeps, and the position in the change log up to which it knows what has become stale.
 *
 * <p>
 * Nothing is dropped when a tag is touched: the answer is looked at when it is next asked for, and stays at hand for the
 * time in which the database is away. Only what must not be shown again is removed at once.
 */
@ApplicationScoped
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

    /** What is known of one key. */
    static final class Entry {

        private final CachedResponse response;
        private final long createdAt;
        private volatile long freshAt;

        private Entry(CachedResponse answer, long madeAt) {
            this.response = answer;
            this.createdAt = madeAt;
            this.freshAt = answer.sequence();
        }

        CachedResponse response() {
            return response;
        }
    }

    /** Off, or nobody follows the log yet: then nothing is kept. */
    boolean isEnabled() {
        return position >= 0 && config.maxSize().asLongValue() > 0;
    }

    /** What stands there, true or not. */
    @Nullable
    Entry find(String key) {
        return entries.getIfPresent(key);
    }

    /** Is it as good as made now, as far as this node knows? */
    boolean isFresh(Entry entry) {
        var known = position;
        if (ticker.read() - entry.createdAt > config.maxAge().toNanos()) {
            return false;
        }
        if (entry.freshAt >= known) {
            return true;
        }
        if (invalidations.isInvalidated(entry.response.cacheTags(), entry.freshAt)) {
            return false;
        }
        entry.freshAt = known;
        return true;
    }

    /** The position that a true entry stands for. */
    long position(Entry entry) {
        return Math.max(entry.freshAt, entry.response.sequence());
    }

    /** Whether it was kept: not when something touched it while it was made. */
    boolean store(String key, CachedResponse answer) {
        if (!isEnabled() || invalidations.isInvalidated(answer.cacheTags(), answer.sequence())) {
            return false;
        }
        var entry = new Entry(answer, ticker.read());
        entries.put(key, entry);
        if (invalidations.isInvalidated(answer.cacheTags(), answer.sequence())) {
            entries.asMap().remove(key, entry);
            return false;
        }
        return true;
    }

    /** It takes more room since it was coded for another caller. */
    void reweigh(String key, Entry entry) {
        entries.asMap().replace(key, entry, entry);
    }

    /** How long it may still be given unverified; empty while the log can be read. */
    Optional<Duration> disconnectedFor() {
        return isDisconnected ? Optional.of(Duration.ofNanos(ticker.read() - lastContact)) : Optional.empty();
    }

    /** The position up to which this node knows what is stale; negative before anybody read the log. */
    public long position() {
        return position;
    }

    /** Nothing is known of what was touched up to there: what was kept before is dropped. */
    public void resetTo(long sequence) {
        invalidations.reset(sequence);
        entries.invalidateAll();
        advanceTo(sequence);
    }

    /** A change at this position makes stale whatever carries one of the tags; {@link #advanceTo} makes it count. */
    public void invalidate(Collection<String> tags, long sequence) {
        invalidations.add(tags, sequence);
    }

    /** What carries one of the tags must not be shown again, not even while the database is away. */
    public void evict(Collection<String> tags) {
        entries.asMap().values().removeIf(entry -> !Collections.disjoint(entry.response.cacheTags(), tags));
    }

    /** All changes up to there were told. */
    public void advanceTo(long sequence) {
        position = Math.max(position, sequence);
        lastContact = ticker.read();
        isDisconnected = false;
    }

    /** The log cannot be read: what was kept may be given for a while although nobody can say whether it is true. */
    public void markDisconnected() {
        isDisconnected = true;
    }

    /** How many bytes the kept answers take, about. */
    long weight() {
        entries.cleanUp();
        return entries.policy().eviction().map(eviction -> eviction.weightedSize().orElse(0)).orElse(0L);
    }
}
