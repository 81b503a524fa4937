package org.depesche.platform.http.response;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionalGetTest {

    private static final Instant CHANGED = Instant.parse("2024-10-21T10:15:30.987Z");
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2024-10-23T00:00:00.5Z"), ZoneOffset.UTC);
    private final RenderedBody body = RenderedBody.of("application/json", new byte[0], "\"x\"");

    @ParameterizedTest
    @ValueSource(strings = { "\"x\"", "\"x-gz\"", "\"x-br\"", "W/\"x\"", "\"y\", \"x\"", "\"y\",\"x-gz\"", "*", " * " })
    void theETagOfAnyCodingMatches(String ifNoneMatch) {
        assertThat(unchanged(ifNoneMatch, null)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = { "\"y\"", "x", "", "\"x", "\"X\"", "\"x-zz\"", "\"x\" \"y\"", "y, \"x\"",
            "\"x\";", "w/\"x\"" })
    void anotherETagDoesNotMatch(String ifNoneMatch) {
        assertThat(unchanged(ifNoneMatch, null)).isFalse();
    }

    @Test
    void theResponseHasTheETagOfTheClient() {
        assertThat(new ConditionalGet("\"x-gz\"", null, CLOCK).matchingETag(body, ContentEncoding.BROTLI, Optional.empty()))
                .contains("\"x-gz\"");
        assertThat(
                new ConditionalGet("\"x-gz\", \"x-br\"", null, CLOCK).matchingETag(body, ContentEncoding.BROTLI,
                        Optional.empty()))
                .contains("\"x-br\"");
        assertThat(new ConditionalGet("*", null, CLOCK).matchingETag(body, ContentEncoding.BROTLI, Optional.empty()))
                .contains("\"x-br\"");
    }

    @Test
    void aDateIsComparedInWholeSeconds() {
        assertThat(unchanged(null, "Mon, 21 Oct 2024 10:15:30 GMT")).isTrue();
        assertThat(unchanged(null, "Mon, 21 Oct 2024 10:15:29 GMT")).isFalse();
        assertThat(unchanged(null, "Tue, 22 Oct 2024 00:00:00 GMT")).isTrue();
    }

    /** A reader that was given such a date once would get nothing but 304 until then. */
    @Test
    void aDateAheadOfTheClockIsIgnored() {
        assertThat(unchanged(null, "Wed, 23 Oct 2024 00:00:00 GMT")).isTrue();
        assertThat(unchanged(null, "Wed, 23 Oct 2024 00:00:01 GMT")).isFalse();
        assertThat(unchanged(null, "Thu, 01 Jan 2099 00:00:00 GMT")).isFalse();
    }

    @Test
    void aDateCountsOnlyWithoutETags() {
        assertThat(unchanged("\"y\"", "Tue, 22 Oct 2024 00:00:00 GMT")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "gestern", "2024-10-21T10:15:30Z", "1729505730" })
    void aMalformedDateIsIgnored(String date) {
        assertThat(unchanged(null, date)).isFalse();
    }

    @Test
    void withoutConditionsThereIsABody() {
        assertThat(unchanged(null, null)).isFalse();
    }

    private boolean unchanged(@Nullable String ifNoneMatch, @Nullable String ifModifiedSince) {
        return new ConditionalGet(ifNoneMatch, ifModifiedSince, CLOCK)
                .matchingETag(body, ContentEncoding.IDENTITY, Optional.of(CHANGED))
                .isPresent();
    }
}
