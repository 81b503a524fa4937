package org.depesche.platform.http;

import java.util.Map;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;

/** Creates the settings of this package without starting the service. */
public final class HttpConfigs {

    private HttpConfigs() {
    }

    public static HttpConfig of(Map<String, String> properties) {
        return new SmallRyeConfigBuilder().withMapping(HttpConfig.class).addDefaultInterceptors().addDiscoveredConverters()
                .withSources(new PropertiesConfigSource(properties, "test", 100)).build().getConfigMapping(HttpConfig.class);
    }
}
