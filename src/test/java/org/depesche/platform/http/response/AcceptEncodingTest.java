package org.depesche.platform.http.response;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AcceptEncodingTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { "br | BROTLI", "gzip | GZIP", "x-gzip | GZIP", "gzip, br | BROTLI",
            "gzip;q=1, br;q=0.5 | GZIP",
            "gzip;q=0.5, br;q=0.5 | BROTLI", "* | BROTLI", "*, br;q=0 | GZIP", "GZIP | GZIP", "gzip; q=0.3 | GZIP",
            "deflate | IDENTITY", "identity | IDENTITY", "gzip;q=0 | IDENTITY", "gzip;q=0, br;q=0 | IDENTITY",
            "identity;q=1, gzip;q=0.5 | IDENTITY", "identity;q=0.5, gzip | GZIP", "*;q=0 | IDENTITY",
            "gzip;q=nonsense | IDENTITY",
            "gzip;q=2 | IDENTITY", ";;;,,, | IDENTITY", "gzip, deflate, br, zstd | BROTLI" })
    void theCodingWithTheHighestWeightIsChosen(String header, ContentEncoding chosen) {
        assertThat(AcceptEncoding.of(header).choose(true)).isEqualTo(chosen);
    }

    @Test
    void withoutTheHeaderTheBodyIsNotEncoded() {
        assertThat(AcceptEncoding.of(null).choose(true)).isEqualTo(ContentEncoding.IDENTITY);
    }

    @Test
    void smallBodiesAreNotEncodedUnlessIdentityIsExcluded() {
        assertThat(AcceptEncoding.of("gzip").choose(false)).isEqualTo(ContentEncoding.IDENTITY);
        assertThat(AcceptEncoding.of("gzip, identity;q=0").choose(false)).isEqualTo(ContentEncoding.GZIP);
    }
}
