package org.depesche.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublicationZoneTest {

    private final PublicationZone berlin = new PublicationZone(ZoneId.of("Europe/Berlin"));

    @ParameterizedTest
    @CsvSource({ "2024-10-20T22:00:00Z, 2024-10-21T00:00:00+02:00", "2024-01-01T00:00:00.999Z, 2024-01-01T01:00:00+01:00",
            "1900-01-01T00:00:00Z, 1900-01-01T01:00:00+01:00" })
    void timesHaveSecondsAndTheOffsetOfTheZone(Instant instant, String shown) {
        assertThat(berlin.format(instant)).isEqualTo(shown);
    }

    @Test
    void anOffsetHasWholeMinutes() {
        var monrovia = new PublicationZone(ZoneId.of("Africa/Monrovia"));

        assertThat(monrovia.format(Instant.parse("1950-01-01T12:00:00Z"))).isEqualTo("1950-01-01T11:15:00-00:45");
    }

    @ParameterizedTest
    @CsvSource({ "2024-10-21T10:00:00+02:00, 2024-10-21T08:00:00Z", "2024-10-21T10:00:00Z, 2024-10-21T10:00:00Z",
            "2024-10-21t10:00:00z, 2024-10-21T10:00:00Z", "2024-10-21T10:00:00.5-05:00, 2024-10-21T15:00:00.5Z",
            "2024-10-21T10:00:00, 2024-10-21T08:00:00Z", "2024-10-21T10:00, 2024-10-21T08:00:00Z",
            "2024-10-21, 2024-10-20T22:00:00Z", "2024-01-21, 2024-01-20T23:00:00Z", "1900-01-01, 1899-12-31T23:00:00Z",
            "9999-12-31, 9999-12-30T23:00:00Z", "2024-02-29, 2024-02-28T23:00:00Z" })
    void aTimestampALocalTimeAndADateAreParsed(String text, Instant instant) {
        assertThat(berlin.read(text)).contains(instant);
    }

    @ParameterizedTest
    @ValueSource(strings = { "2024-03-31T02:30:00", "2024-03-31T02:00", "2024-10-27T02:30:00", "2024-10-27T02:00:00" })
    void anHourThatTheClockChangeSkipsOrRepeatsIsRejected(String text) {
        assertThat(berlin.read(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "1899-12-31", "1899-12-31T22:59:59Z", "0001-01-01", "10000-01-01", "+10000-01-01", "-2024-01-01",
            "9999-12-31T23:30:00Z", "9999-12-31T23:59:59-12:00" })
    void yearsBefore1900AndAfter9999AreRejected(String text) {
        assertThat(berlin.read(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "heute", "2024", "2024-10", "2024-13-01", "2023-02-29", "2024-10-21 10:00:00", "20241021",
            "1729497600", "2024-10-21T10:00:00 02:00", "2024-10-21T25:00:00Z", "2024-10-21T10:00:00+2", "2024-10-21T10:00:60Z",
            "٢٠٢٤-١٠-٢١", "2024-10-21T10:00:00+99:00" })
    void otherTextIsRejected(String text) {
        assertThat(berlin.read(text)).isEmpty();
    }

    @Test
    void aDateIsTheFirstInstantOfTheDay() {
        var cairo = new PublicationZone(ZoneId.of("Africa/Cairo"));

        assertThat(cairo.read("2024-04-26")).contains(Instant.parse("2024-04-25T22:00:00Z"));
        assertThat(cairo.read("2024-04-26T00:30:00")).isEmpty();
    }
}
