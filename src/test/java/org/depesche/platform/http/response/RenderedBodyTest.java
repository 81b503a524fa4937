package org.depesche.platform.http.response;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RenderedBodyTest {

    private static final byte[] TEXT = "Sturm ".repeat(1_000).getBytes();

    @Test
    void aFixedBodyIsEncodedOnce() {
        var fixed = RenderedBody.ofFixed("text/plain", TEXT);

        assertThat(fixed.encoded(ContentEncoding.GZIP)).isSameAs(fixed.encoded(ContentEncoding.GZIP))
                .isEqualTo(RenderedBody.of("text/plain", TEXT).encoded(ContentEncoding.GZIP)).hasSizeLessThan(100);
        assertThat(fixed.encoded(ContentEncoding.IDENTITY)).isEqualTo(TEXT);
        assertThat(fixed.eTag(ContentEncoding.GZIP)).isEqualTo(RenderedBody.of("text/plain", TEXT).eTag(ContentEncoding.GZIP));
    }
}
