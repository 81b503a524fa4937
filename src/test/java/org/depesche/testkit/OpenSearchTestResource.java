package org.depesche.testkit;

import java.util.Map;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/** Has the service search in a real OpenSearch. */
public class OpenSearchTestResource implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        return Map.of("depesche.search.backend", "opensearch", "depesche.search.opensearch.hosts",
                OpenSearchNode.ensureRunning().toString());
    }

    @Override
    public void stop() {
        // the next test goes on with it; it ends with the JVM
    }
}
