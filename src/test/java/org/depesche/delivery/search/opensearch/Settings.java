package org.depesche.delivery.search.opensearch;

import java.time.Clock;

import org.depesche.delivery.search.Questions;
import org.depesche.testkit.OpenSearchNode;

import io.smallrye.config.SmallRyeConfigBuilder;

/** The room's settings without a service. */
final class Settings {

    private Settings() {
    }

    static Means means(String... others) {
        var config = of(others);
        return new Means(new Cluster(config), config, Questions.LANGUAGES, Clock.systemUTC());
    }

    /** With the tests' node, unless it is said otherwise. */
    static OpenSearchConfig of(String... others) {
        var config = new SmallRyeConfigBuilder().withMapping(OpenSearchConfig.class).addDiscoveredConverters()
                .withDefaultValue("depesche.search.opensearch.hosts", OpenSearchNode.running().toString());
        for (var i = 0; i < others.length; i += 2) {
            config.withDefaultValue("depesche.search.opensearch." + others[i], others[i + 1]);
        }
        return config.build().getConfigMapping(OpenSearchConfig.class);
    }
}
