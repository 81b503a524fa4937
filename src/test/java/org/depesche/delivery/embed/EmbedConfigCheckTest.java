package org.depesche.delivery.embed;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.runtime.StartupEvent;

class EmbedConfigCheckTest {

    @ParameterizedTest
    @ValueSource(strings = { "*", "'self'", "https:", "https://www.example.org", "https://*.example.org:8443", "example.org:*",
            "http://localhost:3000", "http://127.0.0.1" })
    void aHostSourceIsTaken(String source) {
        assertThatCode(() -> check(new Settings(List.of("https://partner.example", source), 600))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = { "", " ", "https://a.example; script-src *", "https://a.example;", "a.example,b.example",
            "a.example b.example", "https://a.example\nX: y", "'none'", "https://a.example/page", "https://", "*.*.example",
            "https://müller.example", "javascript:" })
    void whatWouldChangeThePolicyIsNamedAtTheStart(String source) {
        assertThatThrownBy(() -> check(new Settings(List.of("https://partner.example", source), 600)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("depesche.embed.frame-ancestors has a value that is no host source")
                .hasMessageEndingWith("\"" + source + "\"");
    }

    @ParameterizedTest
    @ValueSource(ints = { Integer.MIN_VALUE, -1, 0, 100_001, Integer.MAX_VALUE })
    void aWidthOutOfRangeIsNamedAtTheStart(int width) {
        assertThatThrownBy(() -> check(new Settings(List.of("*"), width))).isInstanceOf(IllegalStateException.class)
                .hasMessage("depesche.embed.oembed-width is not between 1 and 100000: " + width);
    }

    @ParameterizedTest
    @ValueSource(ints = { 1, 600, 100_000 })
    void aWidthWithinTheRangeIsTaken(int width) {
        assertThatCode(() -> check(new Settings(List.of("*"), width))).doesNotThrowAnyException();
    }

    private static void check(EmbedConfig config) {
        new EmbedConfigCheck(config).check(new StartupEvent());
    }

    private record Settings(List<String> frameAncestors, int oembedWidth) implements EmbedConfig {
    }
}
