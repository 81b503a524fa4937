package org.depesche.platform.cache;

import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.platform.http.KeptAnswer;
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
    private final Touches touches;
    private volatile long position = -1;
    private volatile long contact = ticker.read();
    private volatile boolean isAway;

    ResponseCache(CacheConfig config) {
        this.config = config;
        this.touches = new Touches(config.touches(), 0);
        this.entries = Caffeine.newBuilder().maximumWeight(config.weight().asLongValue())
                .weigher((String key, Entry entry) -> 2 * key.length() + entry.answer.weight()).build();
    }

    /** What is known of one key. */
    static final class Entry {

        private final KeptAnswer answer;
        private final long madeAt;
        private volatile long trueAt;

        private Entry(KeptAnswer answer, long madeAt) {
            this.answer = answer;
            this.madeAt = madeAt;
            this.trueAt = answer.sequence();
        }

        KeptAnswer answer() {
            return answer;
        }
    }

    /** Off, or nobody follows the log yet: then nothing is kept. */
    boolean isOn() {
        return position >= 0 && config.weight().asLongValue() > 0;
    }

    /** What stands there, true or not. */
    @Nullable
    Entry find(String key) {
        return entries.getIfPresent(key);
    }

    /** Is it as good as made now, as far as this node knows? */
    boolean isTrue(Entry entry) {
        var known = position;
        if (ticker.read() - entry.madeAt > config.longest().toNanos()) {
            return false;
        }
        if (entry.trueAt >= known) {
            return true;
        }
        if (touches.isTouched(entry.answer.tags(), entry.trueAt)) {
            return false;
        }
        entry.trueAt = known;
        return true;
    }

    /** The position that a true entry stands for. */
    long position(Entry entry) {
        return Math.max(entry.trueAt, entry.answer.sequence());
    }

    /** Whether it was kept: not when something touched it while it was made. */
    boolean keep(String key, KeptAnswer answer) {
        if (!isOn() || touches.isTouched(answer.tags(), answer.sequence())) {
            return false;
        }
        var entry = new Entry(answer, ticker.read());
        entries.put(key, entry);
        if (touches.isTouched(answer.tags(), answer.sequence())) {
            entries.asMap().remove(key, entry);
            return false;
        }
        return true;
    }

    /** It takes more room since it was coded for another caller. */
    void weighAgain(String key, Entry entry) {
        entries.asMap().replace(key, entry, entry);
    }

    /** How long it may still be given unverified; empty while the log can be read. */
    Optional<Duration> awayFor() {
        return isAway ? Optional.of(Duration.ofNanos(ticker.read() - contact)) : Optional.empty();
    }

    /** The position up to which this node knows what is stale; negative before anybody read the log. */
    public long position() {
        return position;
    }

    /** Nothing is known of what was touched up to there: what was kept before is dropped. */
    public void beginAt(long sequence) {
        touches.forget(sequence);
        entries.invalidateAll();
        passed(sequence);
    }

    /** A change at this position makes stale whatever carries one of the tags; {@link #passed} makes it count. */
    public void touch(Collection<String> tags, long sequence) {
        touches.touch(tags, sequence);
    }

    /** What carries one of the tags must not be shown again, not even while the database is away. */
    public void remove(Collection<String> tags) {
        entries.asMap().values().removeIf(entry -> !Collections.disjoint(entry.answer.tags(), tags));
    }

    /** All changes up to there were told. */
    public void passed(long sequence) {
        position = Math.max(position, sequence);
        contact = ticker.read();
        isAway = false;
    }

    /** The log cannot be read: what was kept may be given for a while although nobody can say whether it is true. */
    public void lost() {
        isAway = true;
    }

    /** How many bytes the kept answers take, about. */
    long weight() {
        entries.cleanUp();
        return entries.policy().eviction().map(eviction -> eviction.weightedSize().orElse(0)).orElse(0L);
    }
}
