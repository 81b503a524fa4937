package org.depesche.media.picture;

import static org.assertj.core.api.Assertions.assertThat;

import org.depesche.media.header.ImageFormat;
import org.depesche.media.header.ImageHeader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pictures of common cameras have enough pixels for the widest rendition, with the heap of the image. */
class SubsamplingTest {

    private static final int WIDEST = 2560;
    /** 512 MB without one of the two survivor spaces, as Java counts. */
    private static final long HEAP = 529_924_096;

    @ParameterizedTest
    @CsvSource({ "4000,3000,1", "4032,3024,1", "3024,4032,1", "4608,3456,1", "5184,3456,2", "6000,4000,2", "8064,6048,2",
            "9248,6936,2", "12000,8000,3" })
    void enoughPixelsOfAPhotoAreRead(int width, int height, int step) {
        var header = new ImageHeader(ImageFormat.JPEG, width, height, 1);

        assertThat(Subsampling.step(header, WIDEST, HEAP)).isEqualTo(step);
        assertThat(Math.max(width, height) / step).isGreaterThanOrEqualTo(WIDEST);
    }

    @Test
    void renditionsOfPhotosThatWereReadInPartAreOfAnOlderDecoder() {
        assertThat(PictureDecoder.version(ImageFormat.JPEG, 4032L * 3024)).isEqualTo(2);
        assertThat(PictureDecoder.version(ImageFormat.JPEG, 4000L * 3000)).isEqualTo(1);
        assertThat(PictureDecoder.version(ImageFormat.WEBP, 4032L * 3024)).isEqualTo(3);
        assertThat(PictureDecoder.version(ImageFormat.WEBP, 4000L * 3000)).isEqualTo(2);
    }
}
