package org.depesche.delivery.push;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;

class PushConfigCheckTest {

    @ParameterizedTest
    @CsvSource({ "PT10S,PT10S", "PT5S,PT10S" })
    void aLeaseThatEndsWhileAMessageIsOnItsWayIsNamedAtTheStart(String lease, String timeout) {
        assertThatThrownBy(() -> check(lease, timeout)).isInstanceOf(ConfigurationException.class)
                .hasMessage("depesche.webhooks.lease (%s) is not longer than depesche.webhooks.timeout (%s)", lease, timeout);
    }

    @ParameterizedTest
    @CsvSource({ "PT30S,PT10S", "PT3S,PT2S" })
    void aLongerLeaseIsTaken(String lease, String timeout) {
        assertThatCode(() -> check(lease, timeout)).doesNotThrowAnyException();
    }

    private static void check(String lease, String timeout) {
        var settings = Map.of("depesche.webhooks.lease", lease, "depesche.webhooks.timeout", timeout);
        var config = new SmallRyeConfigBuilder().withMapping(PushConfig.class)
                .withSources(new PropertiesConfigSource(settings, "test", 100)).build().getConfigMapping(PushConfig.class);
        new PushConfigCheck(config).check(new StartupEvent());
    }
}
