package org.depesche.media.picture;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.awt.image.DirectColorModel;
import java.awt.image.Raster;

import org.depesche.media.metadata.Orientation;

/** An upright picture in sRGB: one int for a pixel, alpha premultiplied, so that scaling leaves no dark fringe. */
public final class Picture {

    private static final DirectColorModel RGB = new DirectColorModel(24, 0xFF0000, 0xFF00, 0xFF);

    private final int width;
    private final int height;
    private final boolean hasAlpha;
    private final int[] pixels;

    public Picture(int width, int height, boolean hasAlpha, int[] pixels) {
        this.width = width;
        this.height = height;
        this.hasAlpha = hasAlpha;
        this.pixels = pixels;
    }

    /** Takes a picture of type {@code INT_RGB} or {@code INT_ARGB_PRE}. */
    public static Picture of(BufferedImage image) {
        var hasAlpha = image.getType() == BufferedImage.TYPE_INT_ARGB_PRE;
        var pixels = raw(image);
        return new Picture(image.getWidth(), image.getHeight(), hasAlpha && isTransparent(pixels), pixels);
    }

    private static int[] raw(BufferedImage image) {
        var pixels = new int[image.getWidth() * image.getHeight()];
        image.getRaster().getDataElements(0, 0, image.getWidth(), image.getHeight(), pixels);
        if (image.getType() == BufferedImage.TYPE_INT_RGB) {
            for (var at = 0; at < pixels.length; at++) {
                pixels[at] |= 0xFF000000;
            }
        }
        return pixels;
    }

    private static boolean isTransparent(int[] pixels) {
        for (var pixel : pixels) {
            if (pixel >>> 24 != 0xFF) {
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

    public int[] pixels() {
        return pixels;
    }

    public Picture crop(Crop.Box box) {
        if (box.width() == width && box.height() == height) {
            return this;
        }
        var part = new int[box.width() * box.height()];
        for (var row = 0; row < box.height(); row++) {
            System.arraycopy(pixels, (box.y() + row) * width + box.x(), part, row * box.width(), box.width());
        }
        return new Picture(box.width(), box.height(), hasAlpha, part);
    }

    /** Returns the picture as it must be shown, if it was stored with this orientation. */
    public Picture upright(Orientation orientation) {
        if (orientation == Orientation.UPRIGHT) {
            return this;
        }
        var turned = new int[pixels.length];
        var newWidth = orientation.width(width, height);
        for (var y = 0; y < height; y++) {
            for (var x = 0; x < width; x++) {
                turned[target(orientation, x, y, newWidth)] = pixels[y * width + x];
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

    /** For encoders with alpha. */
    public BufferedImage toImage() {
        if (!hasAlpha) {
            return opaque(pixels);
        }
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB_PRE);
        image.getRaster().setDataElements(0, 0, width, height, pixels);
        var plain = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        plain.setRGB(0, 0, width, height, image.getRGB(0, 0, width, height, null, 0, width), 0, width);
        return plain;
    }

    /** For encoders without alpha: on white. */
    public BufferedImage toOpaqueImage() {
        if (!hasAlpha) {
            return opaque(pixels);
        }
        var flat = new int[pixels.length];
        for (var at = 0; at < flat.length; at++) {
            var white = 0xFF - (pixels[at] >>> 24);
            flat[at] = pixels[at] + white * 0x010101;
        }
        return opaque(flat);
    }

    /** Not a copy: encoders only read, and one picture is encoded in several formats. */
    private BufferedImage opaque(int[] rgb) {
        var raster = Raster.createPackedRaster(new DataBufferInt(rgb, rgb.length), width, height, width,
                new int[] { RGB.getRedMask(), RGB.getGreenMask(), RGB.getBlueMask() }, null);
        return new BufferedImage(RGB, raster, false, null) {

            @Override
            public Raster getData() {
                return getRaster();
            }
        };
    }
}
