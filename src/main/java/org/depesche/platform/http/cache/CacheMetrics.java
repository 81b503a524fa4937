package org.depesche.platform.http.cache;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

/** The metrics of the cache: {@code depesche_cache_responses_total} by result, and {@code depesche_cache_size_bytes}. */
@ApplicationScoped
class CacheMetrics {

    private final Map<Result, Counter> counters = new EnumMap<>(Result.class);

    /** HIT: from the cache. MISS: computed. COLLAPSED: computed by a concurrent request of the same key. */
    enum Result {
        HIT,
        MISS,
        COLLAPSED
    }

    CacheMetrics(MeterRegistry registry, ResponseCache cache) {
        for (var result : Result.values()) {
            counters.put(result,
                    Counter.builder("depesche.cache.responses").description("Public answers by where they came from")
                            .tag("result", result.name().toLowerCase(Locale.ROOT)).register(registry));
        }
        Gauge.builder("depesche.cache.size", cache, ResponseCache::weight).baseUnit("bytes")
                .description("What the kept answers take").register(registry);
    }

    void count(Result result) {
        counters.get(result).increment();
    }
}
