package org.depesche.delivery.search.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MinHashTest {

    /** Stored signatures stay comparable. */
    @ParameterizedTest
    @CsvSource({ "'', hafen", "hafen, kran", "ÄÖÜ, ''", "binnenschifffahrtsgesellschaft, 汉" })
    void thePairIsHashedAsOneString(String first, String second) {
        assertThat(MinHash.hashOfPair(first, second)).isEqualTo((first + " " + second).hashCode());
    }
}
