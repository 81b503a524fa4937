package org.depesche.content.image.file.rendition;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

import org.depesche.content.image.Image;
import org.depesche.content.image.ImageDetails;
import org.depesche.kernel.Uuid7;
import org.junit.jupiter.api.Test;

/** Each other key gives all files of an image new addresses, and has them made again. */
class RenditionKeyTest {

    private static final byte[] PACKET = "xmp".getBytes(StandardCharsets.US_ASCII);

    @Test
    void theKeysOfFormerReleasesStay() {
        assertThat(RenditionKey.of(image(new Image.FocalPoint(0.5, 0.25)), PACKET, "s", 1))
                .isEqualTo("d3e63869d89c90e56f7c8e81ac9b9ae2");
        assertThat(RenditionKey.of(image(null), PACKET, "s", 1)).isEqualTo("559dab7befc228295a6ca0107e3e13c9");
        assertThat(RenditionKey.of(image(null), PACKET, "s", 2)).isEqualTo("cebc266609d19f0c8cfb069397fcba11");
    }

    private static Image image(Image.FocalPoint focalPoint) {
        return new Image(Uuid7.next(), 1, null, false, null, null, null, 400, 300, focalPoint, null, "image/jpeg", 2L, "abc",
                null, ImageDetails.NONE, null, 1, Instant.EPOCH, Instant.EPOCH);
    }
}
