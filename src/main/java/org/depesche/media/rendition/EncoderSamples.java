package org.depesche.media.rendition;

import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;

/**
 * A picture as encoders read it: a byte for each color of a pixel, and one for its alpha, not premultiplied; rows without gaps.
 *
 * @param bands 3, or 4 with alpha
 * @param bytes the samples; the array may be longer
 */
record EncoderSamples(int width, int height, int bands, byte[] bytes) {

    static final int RGB = 3;
    static final int RGBA = 4;

    /** Returns an image over the samples. It is no copy, because encoders only read it. */
    BufferedImage toImage() {
        var offsets = new int[bands];
        for (var band = 0; band < bands; band++) {
            offsets[band] = band;
        }
        var raster = Raster.createInterleavedRaster(new DataBufferByte(bytes, width * height * bands), width, height,
                width * bands, bands, offsets, null);
        var model = new ComponentColorModel(ColorSpace.getInstance(ColorSpace.CS_sRGB), bands == RGBA, false,
                bands == RGBA ? Transparency.TRANSLUCENT : Transparency.OPAQUE, DataBuffer.TYPE_BYTE);
        return new BufferedImage(model, raster, false, null);
    }
}
