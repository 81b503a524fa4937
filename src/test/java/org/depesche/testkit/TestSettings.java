package org.depesche.testkit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/** The settings that the service has in every test. */
@QuarkusTestResource(TestSettings.class)
public final class TestSettings implements QuarkusTestResourceLifecycleManager {

    private static final Map<String, String> ALL = Map.of("depesche.admin.key", Callers.ADMIN_KEY,
            "depesche.export.max-exports", "50",
            // all tests share one address
            "depesche.access.wrong-keys.burst", "1000000",
            "depesche.webhooks.allowed-networks", "127.0.0.0/8,::1/128", "depesche.webhooks.retry-delay", "200ms",
            "depesche.webhooks.propagation-delay", "100ms", "depesche.webhooks.timeout", "2S",
            "depesche.media.fetch.allowed-networks", "127.0.0.0/8,::1/128", "depesche.media.fetch.timeout", "2S",
            // tests of expiry advance the clock, of which the worker learns at its next look
            "depesche.media.renditions.expiry-poll-interval", "200ms");

    /** The common settings and, before them, those of a test profile. */
    static Map<String, String> with(List<Map<String, String>> others) {
        var all = new HashMap<>(ALL);
        others.forEach(all::putAll);
        return all;
    }

    @Override
    public Map<String, String> start() {
        return ALL;
    }

    @Override
    public void stop() {
        // nothing runs
    }
}
