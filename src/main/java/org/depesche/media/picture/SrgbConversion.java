package org.depesche.media.picture;

import java.awt.AlphaComposite;
import java.awt.Graphics2D;
import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.util.Arrays;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/** Brings decoded pictures into sRGB, by the profile that the file embeds. */
public final class SrgbConversion {

    private static final ColorSpace SRGB = ColorSpace.getInstance(ColorSpace.CS_sRGB);

    private final PixelBuffers buffers;
    private int @Nullable [] latest;

    public SrgbConversion(PixelBuffers buffers) {
        this.buffers = buffers;
    }

    /**
     * Returns a picture of type {@code INT_RGB} or {@code INT_ARGB_PRE} over an array of the buffers.
     *
     * @param embedded the profile of a file whose decoder ignores it
     */
    public BufferedImage convert(BufferedImage decoded, Optional<ICC_Profile> embedded) {
        var hasAlpha = decoded.getColorModel().hasAlpha();
        var type = hasAlpha ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB;
        var space = decoded.getColorModel().getColorSpace();
        var rgb = isForeign(space) ? new ColorConvertOp(SRGB, null).filter(decoded, empty(decoded, type))
                : draw(decoded, type);
        var converted = embedded.filter(profile -> isForeign(new ICC_ColorSpace(profile)) && profile.getNumComponents() == 3)
                .map(profile -> reinterpret(rgb, new ICC_ColorSpace(profile), type)).orElse(rgb);
        return hasAlpha ? draw(converted, BufferedImage.TYPE_INT_ARGB_PRE) : converted;
    }

    /** The JDK's gray and linear spaces stand for files without a profile. */
    private static boolean isForeign(ColorSpace space) {
        return space instanceof ICC_ColorSpace icc && !icc.isCS_sRGB()
                && !icc.equals(ColorSpace.getInstance(ColorSpace.CS_GRAY))
                && !Arrays.equals(icc.getProfile().getData(), profile(ColorSpace.CS_sRGB).getData())
                && !Arrays.equals(icc.getProfile().getData(), profile(ColorSpace.CS_GRAY).getData());
    }

    private static ICC_Profile profile(int space) {
        return ICC_Profile.getInstance(space);
    }

    private BufferedImage draw(BufferedImage image, int type) {
        var target = empty(image, type);
        if (image.getType() == type) {
            image.copyData(target.getRaster());
            return target;
        }
        if (image.getColorModel().hasAlpha() && image.getRaster().getNumBands() == 2) {
            return spreadGray(image, target);
        }
        var graphics = target.createGraphics();
        graphics.setComposite(AlphaComposite.Src);
        drawOn(graphics, image);
        return target;
    }

    /** Copies gray with alpha. Graphics would take its numbers for linear light and make it brighter, unlike gray alone. */
    private static BufferedImage spreadGray(BufferedImage image, BufferedImage target) {
        var max = (1 << image.getColorModel().getComponentSize(0)) - 1;
        var row = new int[2 * image.getWidth()];
        for (var y = 0; y < image.getHeight(); y++) {
            image.getRaster().getPixels(0, y, image.getWidth(), 1, row);
            for (var x = 0; x < image.getWidth(); x++) {
                target.setRGB(x, y, inByte(row[2 * x + 1], max) << 24 | inByte(row[2 * x], max) * 0x010101);
            }
        }
        return target;
    }

    /** @param max the value of full intensity, a number of 1 to 16 bits */
    private static int inByte(int value, int max) {
        return (int) ((value * 255L + max / 2) / max);
    }

    private static void drawOn(Graphics2D graphics, BufferedImage image) {
        graphics.drawImage(image, 0, 0, null);
        graphics.dispose();
    }

    /** Reads the numbers of the pixels as colors of the embedded profile. */
    private BufferedImage reinterpret(BufferedImage rgb, ICC_ColorSpace space, int type) {
        var width = rgb.getWidth();
        var height = rgb.getHeight();
        var target = empty(rgb, type);
        var model = new ComponentColorModel(space, false, false, Transparency.OPAQUE, DataBuffer.TYPE_BYTE);
        var conversion = new ColorConvertOp(SRGB, null);
        var row = new int[width];
        for (var y = 0; y < height; y++) {
            rgb.getRGB(0, y, width, 1, row, 0, width);
            var source = new BufferedImage(model,
                    Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, width, 1, 3, null), false, null);
            source.getRaster().setPixels(0, 0, width, 1, components(row));
            var converted = conversion.filter(source, new BufferedImage(width, 1, BufferedImage.TYPE_INT_RGB));
            for (var x = 0; x < width; x++) {
                target.setRGB(x, y, row[x] & 0xFF000000 | converted.getRGB(x, 0) & 0xFFFFFF);
            }
        }
        return target;
    }

    private static int[] components(int[] row) {
        var components = new int[row.length * 3];
        for (var x = 0; x < row.length; x++) {
            components[3 * x] = row[x] >> 16 & 0xFF;
            components[3 * x + 1] = row[x] >> 8 & 0xFF;
            components[3 * x + 2] = row[x] & 0xFF;
        }
        return components;
    }

    /** Returns an image over the array that the latest image does not use, because that one may still be read. */
    private BufferedImage empty(BufferedImage like, int type) {
        var array = buffers.other(latest, like.getWidth() * like.getHeight());
        latest = array;
        return Picture.image(like.getWidth(), like.getHeight(), type, array);
    }
}
