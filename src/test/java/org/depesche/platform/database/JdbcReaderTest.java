package org.depesche.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JdbcReaderTest {

    @ParameterizedTest
    @CsvSource({ "PT0S, 0", "PT0.001S, 1", "PT0.5S, 1", "PT1S, 1", "PT1.001S, 2", "PT2S, 2", "PT1000000000H, 2147483647" })
    void aTimeoutIsRoundedUpToWholeSeconds(Duration timeout, int seconds) {
        assertThat(JdbcReader.timeoutSeconds(timeout)).isEqualTo(seconds);
    }
}
