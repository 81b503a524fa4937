package org.depesche.delivery.websub;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TopicReaderTest {

    @ParameterizedTest
    @CsvSource({ "0.0.0.0,127.0.0.1", "::,127.0.0.1", "[::],127.0.0.1", "localhost,localhost", "10.1.2.3,10.1.2.3", "::1,[::1]",
            "[fd00::7],[fd00::7]" })
    void theNodeReadsItsFeedsWhereItsServerIsBound(String bound, String host) {
        assertThat(TopicReader.reachable(bound)).isEqualTo(host);
    }

    @ParameterizedTest
    @CsvSource({ "400,true", "401,true", "403,true", "404,true", "410,true", "408,false", "425,false", "429,false", "500,false",
            "503,false", "200,false", "304,false" })
    void anOverloadedNodeHasTheFeedNevertheless(int status, boolean isAbsent) {
        assertThat(TopicReader.isAbsent(status)).isEqualTo(isAbsent);
    }
}
