package org.depesche.media.rendition;

import org.depesche.media.picture.Picture;
import org.depesche.media.picture.PixelBuffers;
import org.jspecify.annotations.Nullable;

/** One picture for several encoders, which share its samples where they read the same. */
final class EncoderInput {

    private final Picture picture;
    private final PixelBuffers buffers;
    private @Nullable EncoderSamples latest;

    EncoderInput(Picture picture, PixelBuffers buffers) {
        this.picture = picture;
        this.buffers = buffers;
    }

    /** Creates the input for a picture that is encoded once, with arrays of its own. */
    static EncoderInput of(Picture picture) {
        return new EncoderInput(picture, PixelBuffers.fresh());
    }

    /** Returns the samples on white, for encoders without alpha. They are valid until {@link #exact} is called. */
    EncoderSamples opaque() {
        return samples(EncoderSamples.RGB);
    }

    /** Returns the samples with alpha, if the picture has any. They are valid until {@link #opaque} is called. */
    EncoderSamples exact() {
        return samples(picture.hasAlpha() ? EncoderSamples.RGBA : EncoderSamples.RGB);
    }

    private EncoderSamples samples(int bands) {
        if (latest == null || latest.bands() != bands) {
            var bytes = buffers.samples(picture.width() * picture.height() * bands);
            if (bands == EncoderSamples.RGBA) {
                picture.writeRgba(bytes);
            } else {
                picture.writeRgb(bytes);
            }
            latest = new EncoderSamples(picture.width(), picture.height(), bands, bytes);
        }
        return latest;
    }
}
