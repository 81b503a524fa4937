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
    void aSlipOfThePenIsUnderstood(String given, String meant) {
        assertThat(ClosestMatch.of(given, KNOWN)).contains(meant);
    }

    @ParameterizedTest
    @CsvSource({ "rubbish", "x", "foo", "authors", "utm_source" })
    void aFarWordIsNotGuessedAt(String given) {
        assertThat(ClosestMatch.of(given, KNOWN)).isEmpty();
    }

    @Test
    void aHostileNameCostsNothing() {
        assertThat(ClosestMatch.of("limit".repeat(100_000), KNOWN)).isEmpty();
    }
}
