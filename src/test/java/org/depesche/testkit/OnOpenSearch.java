package org.depesche.testkit;

import java.util.List;
import java.util.Map;

import io.quarkus.test.junit.QuarkusTestProfile;

/** The service with its search index in OpenSearch. */
public class OnOpenSearch implements QuarkusTestProfile {

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(OpenSearchResource.class));
    }

    @Override
    public Map<String, String> getConfigOverrides() {
        // what is away is noticed, and what is back, within a test's patience
        return Map.of("depesche.search.opensearch.timeout", "PT1.5S", "depesche.search.retry", "PT0.5S",
                "depesche.search.opensearch.lost", "PT2S");
    }
}
