package org.depesche.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClosestMatchTest {

    private static final List<String> KNOWN = List.of("limit", "cursor", "category", "excludeCollection", "tag", "to", "q");

    @ParameterizedTest
    @CsvSource({ "limt,limit", "lmiit,limit", "LIMIT,limit", "categroy,category", "excludeColection,excludeCollection",
            "exludedColections,excludeCollection", "tags,tag", "Q,q" })
    void aMisspelledNameIsCorrected(String name, String expected) {
        assertThat(ClosestMatch.of(name, KNOWN)).contains(expected);
    }

    @ParameterizedTest
    @CsvSource({ "rubbish", "x", "foo", "authors", "utm_source" })
    void aDistantNameIsNotCorrected(String name) {
        assertThat(ClosestMatch.of(name, KNOWN)).isEmpty();
    }

    @Test
    void aHostileNameIsNotCompared() {
        assertThat(ClosestMatch.of("limit".repeat(100_000), KNOWN)).isEmpty();
    }
}
