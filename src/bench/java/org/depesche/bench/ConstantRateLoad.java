package org.depesche.bench;

import java.util.HashMap;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import io.hyperfoil.api.config.Benchmark;
import io.hyperfoil.api.config.BenchmarkBuilder;
import io.hyperfoil.api.config.SessionLimitPolicy;
import io.hyperfoil.api.statistics.StatisticsSnapshot;
import io.hyperfoil.core.impl.LocalSimulationRunner;
import io.hyperfoil.http.api.HttpMethod;
import io.hyperfoil.http.config.HttpPluginBuilder;
import io.hyperfoil.http.config.Protocol;
import io.hyperfoil.http.statistics.HttpStats;
import io.hyperfoil.http.steps.HttpStepCatalog;

/**
 * Hyperfoil in this process: requests come at a constant rate, whether or not those before are answered, and each one's
 * time counts from when it was due, waiting for a free connection included. So a pause is felt by all it delayed.
 */
final class ConstantRateLoad {

    private static final int CONNECTIONS = 128;

    /** In microseconds. */
    record Latencies(int perSecond, double p50, double p99, double p999, long requests, long errors) {
    }

    private ConstantRateLoad() {
    }

    static Latencies run(int port, List<BenchRequest> requests, int perSecond, int seconds) {
        var total = new StatisticsSnapshot();
        new LocalSimulationRunner(benchmark(port, requests, perSecond, seconds), (phase, step, metric, snapshot, latch) -> {
            total.add(snapshot);
            if (latch != null) {
                latch.countDown();
            }
        }, null, null).run();
        var http = HttpStats.get(total);
        var times = total.histogram;
        return new Latencies(perSecond, times.getValueAtPercentile(50) / 1e3, times.getValueAtPercentile(99) / 1e3,
                times.getValueAtPercentile(99.9) / 1e3, total.responseCount,
                total.errors() + http.status_4xx + http.status_5xx + http.status_other);
    }

    private static Benchmark benchmark(int port, List<BenchRequest> requests, int perSecond, int seconds) {
        var tags = new HashMap<String, String>();
        requests.forEach(asked -> tags.put(asked.path(), asked.etag()));
        var next = new AtomicInteger();
        var builder = BenchmarkBuilder.builder().name("constant-rate").threads(1)
                .failurePolicy(Benchmark.FailurePolicy.CONTINUE);
        builder.addPlugin(HttpPluginBuilder::new).http().protocol(Protocol.HTTP).host("127.0.0.1").port(port)
                .sharedConnections(CONNECTIONS).requestTimeout(10_000);
        builder.addPhase("steady").constantRate(perSecond).variance(false).duration(seconds * 1_000L)
                // a second's worth, so that nobody waits outside, where waiting would not be counted
                .maxSessions(Math.max(1_000, perSecond)).sessionLimitPolicy(SessionLimitPolicy.CONTINUE)
                .scenario().initialSequence("read").step(HttpStepCatalog.SC).httpRequest(HttpMethod.GET)
                .path(session -> requests.get(Math.floorMod(next.getAndIncrement(), requests.size())).path())
                .headerAppender((session, writer) -> {
                    var tag = tags.getOrDefault(writer.request().path, "");
                    if (!tag.isEmpty()) {
                        writer.putHeader("If-None-Match", tag);
                    }
                }).endStep().endSequence();
        return builder.build();
    }
}
