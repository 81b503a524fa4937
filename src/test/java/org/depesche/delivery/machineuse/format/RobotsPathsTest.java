package org.depesche.delivery.machineuse.format;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RobotsPathsTest {

    @ParameterizedTest
    @CsvSource({ "/politik/hafen, /politik/hafen$", "/artikel?id=7, /artikel?id=7$", "/preis-5$*, /preis-5%24%2A$" })
    void aPathMatchesItselfAlone(String path, String pattern) {
        assertThat(RobotsPaths.exactly(path)).isEqualTo(pattern);
    }
}
