package org.depesche.media.picture;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.PixelInterleavedSampleModel;
import java.awt.image.Raster;
import java.io.IOException;
import java.util.Arrays;

import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;

/** Makes a reader decode into an array that is reused. */
public final class DecoderTarget {

    private DecoderTarget() {
    }

    /**
     * Sets the image that the reader would make itself, over an array of the buffers. Pictures whose samples are not bytes stay
     * as they are: they are rare.
     */
    public static void set(ImageReader reader, ImageReadParam parameters, PixelBuffers buffers) throws IOException {
        var type = reader.getImageTypes(0).next();
        var width = steps(reader.getWidth(0), parameters.getSourceXSubsampling());
        var height = steps(reader.getHeight(0), parameters.getSourceYSubsampling());
        if (type.getSampleModel(width, height) instanceof PixelInterleavedSampleModel model
                && model.getDataType() == DataBuffer.TYPE_BYTE) {
            var size = model.getScanlineStride() * height;
            var bytes = buffers.samples(size);
            Arrays.fill(bytes, 0, size, (byte) 0); // a damaged file must not show an earlier picture
            var raster = Raster.createInterleavedRaster(new DataBufferByte(bytes, size), width, height,
                    model.getScanlineStride(), model.getPixelStride(), model.getBandOffsets(), null);
            parameters.setDestination(new BufferedImage(type.getColorModel(), raster,
                    type.getColorModel().isAlphaPremultiplied(), null));
        }
    }

    private static int steps(int length, int step) {
        return (length + step - 1) / step;
    }
}
