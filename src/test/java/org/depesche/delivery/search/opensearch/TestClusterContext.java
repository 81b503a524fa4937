package org.depesche.delivery.search.opensearch;

import java.time.Clock;

import org.depesche.delivery.search.index.ArticleIndexFixture;
import org.depesche.delivery.search.opensearch.client.ClusterClient;
import org.depesche.delivery.search.opensearch.client.OpenSearchConfig;
import org.depesche.testkit.OpenSearchNode;

import io.smallrye.config.SmallRyeConfigBuilder;

/** The context of the OpenSearch classes without a running service. */
final class TestClusterContext {

    private TestClusterContext() {
    }

    static ClusterContext context(String... overrides) {
        var config = config(overrides);
        return new ClusterContext(new ClusterClient(config), config, ArticleIndexFixture.LANGUAGES, Clock.systemUTC());
    }

    /** The configuration for the tests' node, with overrides. */
    static OpenSearchConfig config(String... overrides) {
        var config = new SmallRyeConfigBuilder().withMapping(OpenSearchConfig.class).addDiscoveredConverters()
                .withDefaultValue("depesche.search.opensearch.hosts", OpenSearchNode.ensureRunning().toString());
        for (var i = 0; i < overrides.length; i += 2) {
            config.withDefaultValue("depesche.search.opensearch." + overrides[i], overrides[i + 1]);
        }
        return config.build().getConfigMapping(OpenSearchConfig.class);
    }
}
