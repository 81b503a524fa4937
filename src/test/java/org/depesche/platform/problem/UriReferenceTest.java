package org.depesche.platform.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.net.URI;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UriReferenceTest {

    @ParameterizedTest
    @ValueSource(strings = { "/v1/a|b", "/v1/\"x\"", "/v1/{ref}", "/v1/%zz", "/v1/%", "/v1/ü", "/v1/😀", "/v1/a\\b", "//host/x",
            "/v1/[1]", "/v1/^", "/v1/a b", "/v1/\ud800", "*", "/v1/%4" })
    void everyPathBecomesAReferenceWithoutHost(String path) {
        assertThatNoException().isThrownBy(() -> new URI(UriReference.ofPath(path)));
        assertThat(URI.create(UriReference.ofPath(path)).getRawAuthority()).isNull();
    }

    @ParameterizedTest
    @CsvSource({ "/v1/a|b,/v1/a%7Cb", "/v1/ü,/v1/%C3%BC", "/v1/%zz,/v1/%25zz", "//host/x,/.//host/x" })
    void onlyWhatIsWrongIsEncoded(String path, String reference) {
        assertThat(UriReference.ofPath(path)).isEqualTo(reference);
    }

    @Test
    void aValidPathStaysAsItIs() {
        assertThat(UriReference.ofPath("/v1/articles/%C3%BC;a=1:2@(3)!")).isEqualTo("/v1/articles/%C3%BC;a=1:2@(3)!");
    }
}
