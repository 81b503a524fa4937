package org.depesche.media.picture;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;

import org.jspecify.annotations.Nullable;

/**
 * Converts CMYK pictures without a profile by a generic one: CGATS001Compat-v2-micro of github.com/saucecontrol, CC0. The
 * simple formula of the decoder would show much too bright colors.
 */
final class CmykConversion {

    private static final String PROFILE = "/color/CGATS001Compat-v2-micro.icc";
    private static final int INKS = 4;
    private static final int WHOLE = 255;
    private static final int YCCK = 2;
    private static final int APP14 = 0xEE;
    private static final int START_OF_SCAN = 0xDA;
    private static final int MAX_SEGMENTS = 10_000;
    private static final int ROWS = 64;
    private static final int RGB = 3;

    private CmykConversion() {
    }

    /** The type in which a picture without a profile is decoded as it is; null for all other pictures. */
    static @Nullable ImageTypeSpecifier rawType(ImageReader reader) throws IOException {
        for (var types = reader.getImageTypes(0); types.hasNext();) {
            var type = types.next();
            if (isWithoutProfile(type.getColorModel().getColorSpace())) {
                return type;
            }
        }
        return null;
    }

    /** Whether the picture is made of inks, with a profile or without. */
    static boolean isCmyk(ImageReader reader) throws IOException {
        return reader.getRawImageType(0).getColorModel().getColorSpace().getType() == ColorSpace.TYPE_CMYK
                || hasFourUnnamed(reader);
    }

    /**
     * Whether the picture is made of inks whose profile no decoder applies. A JPEG file with four numbers a pixel has inks,
     * also where no segment of Adobe says so. Java takes the fourth for transparency, which no other program reads.
     */
    static boolean isRaw(ImageReader reader) throws IOException {
        return rawType(reader) != null || hasFourUnnamed(reader);
    }

    private static boolean hasFourUnnamed(ImageReader reader) throws IOException {
        if (!reader.getOriginatingProvider().getFormatNames()[0].equalsIgnoreCase("jpeg")) {
            return false;
        }
        var type = reader.getRawImageType(0);
        return type != null && type.getNumBands() == INKS && type.getColorModel().hasAlpha();
    }

    static boolean isWithoutProfile(ColorSpace space) {
        return space.getType() == ColorSpace.TYPE_CMYK && !(space instanceof ICC_ColorSpace);
    }

    /** Converts some rows at a time, so that it needs no second picture in memory. */
    static BufferedImage convert(Raster cmyk, PixelBuffers buffers) {
        var width = cmyk.getWidth();
        var rgb = Picture.image(width, cmyk.getHeight(), BufferedImage.TYPE_INT_RGB,
                buffers.other(null, width * cmyk.getHeight()));
        var conversion = new ColorConvertOp(new ICC_Profile[] { profile(), ICC_Profile.getInstance(ColorSpace.CS_sRGB) }, null);
        for (var y = 0; y < cmyk.getHeight(); y += ROWS) {
            var rows = Math.min(ROWS, cmyk.getHeight() - y);
            var source = cmyk.createChild(0, y, width, rows, 0, 0, null);
            var target = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, width, rows, RGB, null);
            conversion.filter(source, target);
            rgb.getRaster().setPixels(0, y, width, rows, target.getPixels(0, 0, width, rows, (int[]) null));
        }
        return rgb;
    }

    /**
     * Returns inks from the numbers of a JPEG file. They are inverted, and YCCK if a segment of Adobe says so (Adobe technical
     * note 5116, section 18). Browsers and libvips take them for inverted without such a segment, too.
     */
    static void toInks(WritableRaster numbers, Path jpeg) throws IOException {
        var transform = adobeTransform(jpeg);
        var row = new int[numbers.getWidth() * INKS];
        for (var y = 0; y < numbers.getHeight(); y++) {
            numbers.getPixels(0, y, numbers.getWidth(), 1, row);
            for (var at = 0; at < row.length; at += INKS) {
                if (transform == YCCK) {
                    fromYcc(row, at);
                } else {
                    row[at] = WHOLE - row[at];
                    row[at + 1] = WHOLE - row[at + 1];
                    row[at + 2] = WHOLE - row[at + 2];
                }
                row[at + 3] = WHOLE - row[at + 3];
            }
            numbers.setPixels(0, y, numbers.getWidth(), 1, row);
        }
    }

    private static void fromYcc(int[] row, int at) {
        var y = row[at];
        var cb = row[at + 1] - 128;
        var cr = row[at + 2] - 128;
        row[at] = clamp(y + 1.402 * cr);
        row[at + 1] = clamp(y - 0.344136 * cb - 0.714136 * cr);
        row[at + 2] = clamp(y + 1.772 * cb);
    }

    private static int clamp(double value) {
        return (int) Math.max(0, Math.min(WHOLE, Math.round(value)));
    }

    /** Returns the last byte of the segment; -1 if there is none before the pixels. */
    private static int adobeTransform(Path jpeg) throws IOException {
        try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(jpeg)))) {
            in.skipNBytes(2);
            for (var segment = 0; segment < MAX_SEGMENTS && in.read() == 0xFF; segment++) {
                var marker = in.readUnsignedByte();
                while (marker == 0xFF) {
                    marker = in.readUnsignedByte();
                }
                if (marker == START_OF_SCAN) {
                    return -1;
                }
                var content = in.readNBytes(in.readUnsignedShort() - 2);
                if (marker == APP14 && isAdobe(content)) {
                    return content[11];
                }
            }
            return -1;
        } catch (EOFException | IllegalArgumentException damaged) {
            return -1;
        }
    }

    private static boolean isAdobe(byte[] content) {
        return content.length >= 12 && new String(content, 0, 5, StandardCharsets.US_ASCII).equals("Adobe");
    }

    private static ICC_Profile profile() {
        return ICC_Profile.getInstance(bytes());
    }

    private static byte[] bytes() {
        try (var in = CmykConversion.class.getResourceAsStream(PROFILE)) {
            return Objects.requireNonNull(in, PROFILE).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
