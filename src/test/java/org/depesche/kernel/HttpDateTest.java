package org.depesche.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpDateTest {

    private static final Instant NOW = Instant.parse("2026-11-30T10:00:00Z");

    @Test
    void aDateHasTheFixedFormOfHttp() {
        assertThat(HttpDate.of(Instant.parse("1994-11-06T08:49:37.9Z"))).isEqualTo("Sun, 06 Nov 1994 08:49:37 GMT");
    }

    @ParameterizedTest
    @ValueSource(strings = { "Sun, 06 Nov 1994 08:49:37 GMT", "Sunday, 06-Nov-94 08:49:37 GMT", "Sun Nov  6 08:49:37 1994" })
    void allThreeFormsAreRead(String text) {
        assertThat(HttpDate.parse(text, NOW)).contains(Instant.parse("1994-11-06T08:49:37Z"));
    }

    @Test
    void aDayOfTwoDigitsIsReadInEachForm() {
        var date = Instant.parse("1994-11-16T08:49:37Z");

        assertThat(HttpDate.parse("Wed, 16 Nov 1994 08:49:37 GMT", NOW)).contains(date);
        assertThat(HttpDate.parse("Wednesday, 16-Nov-94 08:49:37 GMT", NOW)).contains(date);
        assertThat(HttpDate.parse("Wed Nov 16 08:49:37 1994", NOW)).contains(date);
    }

    /** The very second of fifty years ahead is not more than that. */
    @Test
    void aYearOfTwoDigitsIsAtMostFiftyYearsAhead() {
        assertThat(HttpDate.parse("Monday, 30-Nov-76 10:00:00 GMT", NOW)).contains(Instant.parse("2076-11-30T10:00:00Z"));
        assertThat(HttpDate.parse("Tuesday, 30-Nov-76 10:00:01 GMT", NOW)).contains(Instant.parse("1976-11-30T10:00:01Z"));
        assertThat(HttpDate.parse("Thursday, 31-Dec-26 00:00:00 GMT", NOW)).contains(Instant.parse("2026-12-31T00:00:00Z"));
        assertThat(HttpDate.parse("Saturday, 01-Jan-00 00:00:00 GMT", NOW)).contains(Instant.parse("2000-01-01T00:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "yesterday", "1994-11-06T08:49:37Z", "Sunday, 41-Nov-94 08:49:37 GMT", "Sunday, 06-Nov-94",
            "Sun Nov 46 08:49:37 1994" })
    void whatIsNoDateIsIgnored(String text) {
        assertThat(HttpDate.parse(text, NOW)).isEmpty();
    }
}
