package org.depesche.platform.cache;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

/** What operators see of the cache: {@code depesche_cache_answers_total} by result, {@code depesche_cache_weight_bytes}. */
@ApplicationScoped
class CacheMeter {

    private final Map<Result, Counter> counters = new EnumMap<>(Result.class);

    /** Out of the cache, made anew, or made for somebody else at the same time. */
    enum Result {
        HIT,
        MISS,
        COLLAPSED
    }

    CacheMeter(MeterRegistry registry, ResponseCache cache) {
        for (var result : Result.values()) {
            counters.put(result, Counter.builder("depesche.cache.answers").description("Public answers by where they came from")
                    .tag("result", result.name().toLowerCase(Locale.ROOT)).register(registry));
        }
        Gauge.builder("depesche.cache.weight", cache, ResponseCache::weight).baseUnit("bytes")
                .description("What the kept answers take").register(registry);
    }

    void count(Result result) {
        counters.get(result).increment();
    }
}
