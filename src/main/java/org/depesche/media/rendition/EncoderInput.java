package org.depesche.media.rendition;

import org.depesche.media.picture.Picture;
import org.depesche.media.picture.PixelBuffers;
import org.jspecify.annotations.Nullable;

/** One picture for several encoders, which share its samples where they read the same. */
final class EncoderInput {

    private final Picture picture;
    private final PixelBuffers buffers;
    private @Nullable Samples latest;

    EncoderInput(Picture picture, PixelBuffers buffers) {
        this.picture = picture;
        this.buffers = buffers;
    }

    /** For a picture that is encoded once. */
    static EncoderInput of(Picture picture) {
        return new EncoderInput(picture, PixelBuffers.fresh());
    }

    /** For encoders without alpha: on white. Valid until the other form is asked for. */
    Samples opaque() {
        return samples(Samples.RGB);
    }

    /** For encoders with alpha, if the picture has any. Valid until the other form is asked for. */
    Samples exact() {
        return samples(picture.hasAlpha() ? Samples.RGBA : Samples.RGB);
    }

    private Samples samples(int bands) {
        if (latest == null || latest.bands() != bands) {
            var bytes = buffers.samples(picture.width() * picture.height() * bands);
            if (bands == Samples.RGBA) {
                picture.writeRgba(bytes);
            } else {
                picture.writeRgb(bytes);
            }
            latest = new Samples(picture.width(), picture.height(), bands, bytes);
        }
        return latest;
    }
}
