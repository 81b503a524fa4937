package org.depesche.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The service with its search index in OpenSearch, and a database of its own: others' articles would be indexed first. */
public class OpenSearchProfile extends OwnDatabaseProfile {

    public OpenSearchProfile() {
        super("opensearch-database");
    }

    @Override
    public List<TestResourceEntry> testResources() {
        var all = new ArrayList<>(super.testResources());
        all.add(new TestResourceEntry(OpenSearchTestResource.class));
        return all;
    }

    @Override
    public Map<String, String> getConfigOverrides() {
        // what is away is noticed, and what is back, within a test's patience
        return TestSettings
                .with(List.of(Map.of("depesche.search.opensearch.timeout", "PT1.5S", "depesche.search.retry-delay", "PT0.5S",
                        "depesche.search.opensearch.data-loss-timeout", "PT2S")));
    }
}
