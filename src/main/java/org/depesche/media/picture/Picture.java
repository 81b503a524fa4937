package org.depesche.media.picture;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.awt.image.DirectColorModel;
import java.awt.image.Raster;

import org.depesche.media.metadata.Orientation;

/**
 * An upright picture in sRGB: one int for a pixel, alpha premultiplied, so that scaling leaves no dark fringe. It may be a part
 * of a larger one, and its array may be used again for the next picture.
 */
public final class Picture {

    private static final int OPAQUE = 0xFF000000;
    private static final DirectColorModel RGB = new DirectColorModel(24, 0xFF0000, 0xFF00, 0xFF);
    private static final DirectColorModel PREMULTIPLIED = (DirectColorModel) new BufferedImage(1, 1,
            BufferedImage.TYPE_INT_ARGB_PRE).getColorModel();

    private final int width;
    private final int height;
    private final boolean hasAlpha;
    private final int[] array;
    private final int offset;
    private final int stride;

    public Picture(int width, int height, boolean hasAlpha, int[] array) {
        this(width, height, hasAlpha, array, 0, width);
    }

    private Picture(int width, int height, boolean hasAlpha, int[] array, int offset, int stride) {
        this.width = width;
        this.height = height;
        this.hasAlpha = hasAlpha;
        this.array = array;
        this.offset = offset;
        this.stride = stride;
    }

    /** Takes a copy of a picture of type {@code INT_RGB} or {@code INT_ARGB_PRE}. */
    public static Picture of(BufferedImage image) {
        var size = image.getWidth() * image.getHeight();
        var copy = image(image.getWidth(), image.getHeight(), image.getType(), new int[size]);
        image.copyData(copy.getRaster());
        return ofOwn(copy);
    }

    /** Takes a picture that {@link #image} made and whose array nobody else uses. */
    static Picture ofOwn(BufferedImage image) {
        var array = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        var size = image.getWidth() * image.getHeight();
        if (image.getType() == BufferedImage.TYPE_INT_RGB) {
            for (var at = 0; at < size; at++) {
                array[at] |= OPAQUE;
            }
        }
        return new Picture(image.getWidth(), image.getHeight(), isTransparent(array, size), array);
    }

    /** Returns an image over an array, which may be longer. */
    static BufferedImage image(int width, int height, int type, int[] array) {
        var model = (DirectColorModel) (type == BufferedImage.TYPE_INT_RGB ? RGB
                : new BufferedImage(1, 1, type).getColorModel());
        var masks = type == BufferedImage.TYPE_INT_RGB
                ? new int[] { model.getRedMask(), model.getGreenMask(), model.getBlueMask() }
                : model.getMasks();
        var raster = Raster.createPackedRaster(new DataBufferInt(array, width * height), width, height, width, masks, null);
        return new BufferedImage(model, raster, model.isAlphaPremultiplied(), null);
    }

    private static boolean isTransparent(int[] pixels, int size) {
        for (var at = 0; at < size; at++) {
            if (pixels[at] >>> 24 != 0xFF) {
                return true;
            }
        }
        return false;
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /** Whether a pixel is transparent, wholly or partly. */
    public boolean hasAlpha() {
        return hasAlpha;
    }

    /** Returns the pixels row by row: the array itself, or a copy if the array contains more than this picture. */
    public int[] pixels() {
        if (array.length == width * height) {
            return array;
        }
        var pixels = new int[width * height];
        for (var y = 0; y < height; y++) {
            System.arraycopy(array, start(y), pixels, y * width, width);
        }
        return pixels;
    }

    /** Returns the array that contains the pixels. It may contain more than this picture. */
    public int[] array() {
        return array;
    }

    /** Returns the index at which a row begins in the array. */
    public int start(int row) {
        return offset + row * stride;
    }

    /** Returns a part, which is no copy. */
    public Picture crop(Crop.Box box) {
        return new Picture(box.width(), box.height(), hasAlpha, array, start(box.y()) + box.x(), stride);
    }

    /** Returns the picture as it must be shown, if it was stored with this orientation. */
    public Picture upright(Orientation orientation) {
        return upright(orientation, PixelBuffers.fresh());
    }

    Picture upright(Orientation orientation, PixelBuffers buffers) {
        if (orientation == Orientation.UPRIGHT) {
            return this;
        }
        var turned = buffers.other(array, width * height);
        var newWidth = orientation.width(width, height);
        for (var y = 0; y < height; y++) {
            for (var x = 0; x < width; x++) {
                turned[target(orientation, x, y, newWidth)] = array[start(y) + x];
            }
        }
        return new Picture(newWidth, orientation.height(width, height), hasAlpha, turned);
    }

    private int target(Orientation orientation, int x, int y, int newWidth) {
        return switch (orientation) {
            case UPRIGHT -> y * newWidth + x;
            case MIRRORED -> y * newWidth + width - 1 - x;
            case TURNED_180 -> (height - 1 - y) * newWidth + width - 1 - x;
            case FLIPPED -> (height - 1 - y) * newWidth + x;
            case TRANSPOSED -> x * newWidth + y;
            case TURNED_RIGHT -> x * newWidth + height - 1 - y;
            case TRANSVERSED -> (width - 1 - x) * newWidth + height - 1 - y;
            case TURNED_LEFT -> (width - 1 - x) * newWidth + y;
        };
    }

    /** Writes red, green and blue of each pixel, on white. */
    public void writeRgb(byte[] target) {
        var at = 0;
        for (var y = 0; y < height; y++) {
            for (var from = start(y); from < start(y) + width; from++) {
                var pixel = array[from] + (0xFF - (array[from] >>> 24)) * 0x010101;
                target[at++] = (byte) (pixel >> 16);
                target[at++] = (byte) (pixel >> 8);
                target[at++] = (byte) pixel;
            }
        }
    }

    /** Writes red, green, blue and alpha of each pixel, not premultiplied. */
    public void writeRgba(byte[] target) {
        var at = 0;
        for (var y = 0; y < height; y++) {
            for (var from = start(y); from < start(y) + width; from++) {
                var pixel = PREMULTIPLIED.getRGB(array[from]);
                target[at++] = (byte) (pixel >> 16);
                target[at++] = (byte) (pixel >> 8);
                target[at++] = (byte) pixel;
                target[at++] = (byte) (pixel >>> 24);
            }
        }
    }
}
