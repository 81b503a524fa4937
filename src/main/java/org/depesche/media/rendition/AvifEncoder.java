package org.depesche.media.rendition;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;

import org.depesche.media.picture.Picture;
import org.depesche.media.picture.VipsProgram;

import io.quarkus.logging.Log;

/** Encodes AVIF by libvips, keeps alpha, marks the file as sRGB and puts a packet of XMP into it. */
final class AvifEncoder implements PictureEncoder {

    private static final int TRIAL_SIDE = 16;

    private final VipsProgram vips;
    private final VipsProgram.AvifSettings settings;

    private AvifEncoder(VipsProgram vips, VipsProgram.AvifSettings settings) {
        this.vips = vips;
        this.settings = settings;
    }

    /** Returns an encoder if this libvips has one. */
    static Optional<AvifEncoder> find(VipsProgram vips, VipsProgram.AvifSettings settings) {
        var encoder = new AvifEncoder(vips, settings);
        var pixels = new int[TRIAL_SIDE * TRIAL_SIDE];
        Arrays.fill(pixels, 0xFF808080);
        try {
            encoder.encode(EncoderInput.of(new Picture(TRIAL_SIDE, TRIAL_SIDE, false, pixels)), new byte[0]);
            return Optional.of(encoder);
        } catch (IOException e) {
            Log.warnf("No AVIF renditions: %s does not encode it", vips.version());
            return Optional.empty();
        }
    }

    @Override
    public String extension() {
        return "avif";
    }

    @Override
    public String settings() {
        return extension() + " " + settings.quality() + " " + settings.effort();
    }

    @Override
    public byte[] encode(EncoderInput input, byte[] xmp) throws IOException {
        return vips.toAvif(PngFile.of(input, xmp), settings).orElseThrow(Failed::new);
    }
}
