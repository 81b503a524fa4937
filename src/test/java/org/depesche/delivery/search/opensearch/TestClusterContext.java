package org.depesche.delivery.search.opensearch;

import java.time.Clock;

import org.depesche.delivery.search.index.ArticleIndexFixture;
import org.depesche.delivery.search.opensearch.client.ClusterClient;
import org.depesche.delivery.search.opensearch.client.OpenSearchConfig;
import org.depesche.testkit.OpenSearchNode;

import io.smallrye.config.SmallRyeConfigBuilder;

/** The room's settings without a service. */
final class TestClusterContext {

    private TestClusterContext() {
    }

    static ClusterContext context(String... others) {
        var config = config(others);
        return new ClusterContext(new ClusterClient(config), config, ArticleIndexFixture.LANGUAGES, Clock.systemUTC());
    }

    /** With the tests' node, unless it is said otherwise. */
    static OpenSearchConfig config(String... others) {
        var config = new SmallRyeConfigBuilder().withMapping(OpenSearchConfig.class).addDiscoveredConverters()
                .withDefaultValue("depesche.search.opensearch.hosts", OpenSearchNode.ensureRunning().toString());
        for (var i = 0; i < others.length; i += 2) {
            config.withDefaultValue("depesche.search.opensearch." + others[i], others[i + 1]);
        }
        return config.build().getConfigMapping(OpenSearchConfig.class);
    }
}
