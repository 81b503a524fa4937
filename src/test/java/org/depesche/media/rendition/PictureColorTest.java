package org.depesche.media.rendition;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import javax.imageio.ImageIO;

import org.depesche.media.header.ImageHeader;
import org.depesche.media.header.ImageHeaderReader;
import org.depesche.media.header.ImageLimits;
import org.depesche.media.metadata.Orientation;
import org.depesche.media.picture.Picture;
import org.depesche.media.picture.PictureDecoder;
import org.depesche.media.picture.PixelBuffers;
import org.depesche.media.picture.SrgbConversion;
import org.depesche.media.picture.VipsProgram;
import org.depesche.testkit.Requirements;
import org.depesche.testkit.SharedMaterial;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Colors of both engines, by their distance from those that the program {@code vips} finds where it is installed. */
class PictureColorTest {

    private static final Path VIPS = Path.of("/usr/bin/vips");
    private static final Pattern INKS = Pattern.compile("/(cmyk|bare|ycck|unnamed)\\.");
    private static final Duration TIMEOUT = Duration.ofMinutes(2);

    @TempDir
    Path folder;

    /** The input, how libvips makes it of an upright photo-like drawing, and the largest mean distance. */
    @ParameterizedTest
    @CsvSource({ "p3.jpg,icc_transform|drawn.png|p3.jpg[Q=95]|p3,3", "p3.png,icc_transform|drawn.png|p3.png|p3,3",
            "p3.webp,icc_transform|drawn.png|p3.webp[Q=95]|p3,3", "p3.tif,icc_transform|drawn.png|p3.tif|p3,3",
            "cmyk.jpg,icc_transform|drawn.png|cmyk.jpg[Q=95]|cmyk,3", "cmyk.tif,icc_transform|drawn.png|cmyk.tif|cmyk,3",
            "bare.jpg,icc_transform|drawn.png|bare.jpg[Q=95;strip]|cmyk,6",
            "bare.tif,icc_transform|drawn.png|bare.tif[strip]|cmyk,6",
            "gray.jpg,colourspace|drawn.png|gray.jpg[Q=95]|b-w,3", "gray.png,colourspace|drawn.png|gray.png|b-w,3",
            "deep.png,colourspace|drawn.png|deep.png|rgb16,3", "deep.tif,colourspace|drawn.png|deep.tif|rgb16,3",
            "graydeep.png,colourspace|drawn.png|graydeep.png|grey16,3" })
    void colorsAreThoseOfLibvips(String name, String command, double distance) throws Exception {
        draw();
        vips(command.replace(';', ',').split("\\|"));

        assertDistance(name, distance);
        assertThat(warnings(folder.resolve(name)).isEmpty()).describedAs(name).isEqualTo(!name.startsWith("bare"));
    }

    @Test
    void aCmykPhotoWithoutAProfileIsTold() throws IOException {
        assertThat(warnings(SharedMaterial.file("data/photos/broken/sharp-Channel_digital_image_CMYK_color_no_profile.jpg")))
                .containsExactly("The CMYK picture names no color profile; its colors are estimated.");
        assertThat(warnings(SharedMaterial.file("data/photos/orientation/landscape_1.jpg"))).isEmpty();
    }

    private static List<String> warnings(Path file) throws IOException {
        return new PictureDecoder(TIMEOUT).warnings(file, header(file));
    }

    private void assertDistance(String name, double distance) throws Exception {
        var reference = reference(name);
        assertThat(distance(decode(folder.resolve(name)), reference)).describedAs(name + " by Java").isLessThan(distance);
        assertThat(distance(decodeWithVips(folder.resolve(name)), reference)).describedAs(name + " by libvips")
                .isLessThan(distance);
    }

    /** The distances above would prove nothing if these pictures looked right without their profile. */
    @Test
    void aWidePictureLooksWrongWithoutConversion() throws Exception {
        draw();
        vips("icc_transform", "drawn.png", "p3.png", "p3");

        assertThat(distance(Picture.of(convert(folder.resolve("p3.png"))), reference("p3.png"))).isGreaterThan(4);
    }

    /** On a loud page, where dark or bright fringes show. */
    @ParameterizedTest
    @CsvSource({ "logo.png", "logo.webp" })
    void transparencyIsThatOfTheFile(String name) throws Exception {
        draw();
        var logo = logo();
        Files.write(folder.resolve("logo.png"), TestPictures.png(logo));
        Files.write(folder.resolve("logo.webp"),
                WebpEncoder.find(1, 0).orElseThrow().encode(EncoderInput.of(premultiplied(logo)), new byte[0]));
        var expected = onMagenta(premultiplied(logo));

        assertThat(distance(onMagenta(decode(folder.resolve(name))), expected)).describedAs("by Java").isLessThan(3);
        assertThat(distance(onMagenta(decodeWithVips(folder.resolve(name))), expected)).describedAs("by libvips").isLessThan(3);
    }

    /** A disc whose edge is soft, on nothing. */
    private static BufferedImage logo() {
        var logo = new BufferedImage(160, 120, BufferedImage.TYPE_INT_ARGB);
        for (var y = 0; y < 120; y++) {
            for (var x = 0; x < 160; x++) {
                var alpha = Math.max(0, Math.min(255, (int) (8 * (50 - Math.hypot(x - 80, y - 60)))));
                logo.setRGB(x, y, alpha == 0 ? 0 : alpha << 24 | 0x20A040);
            }
        }
        return logo;
    }

    private static Picture premultiplied(BufferedImage image) {
        var copy = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_ARGB_PRE);
        copy.createGraphics().drawImage(image, 0, 0, null);
        return Picture.of(copy);
    }

    private static Picture onMagenta(Picture picture) {
        var page = new BufferedImage(picture.width(), picture.height(), BufferedImage.TYPE_INT_RGB);
        var graphics = page.createGraphics();
        graphics.setColor(Color.MAGENTA);
        graphics.fillRect(0, 0, page.getWidth(), page.getHeight());
        graphics.drawImage(EncoderInput.of(picture).exact().toImage(), 0, 0, null);
        graphics.dispose();
        return Picture.of(page);
    }

    /** The same bytes as YCCK: the Adobe segment says so, and every decoder has to do as it says. */
    @ParameterizedTest
    @CsvSource({ "icc_transform|drawn.png|y.jpg[Q=95]|cmyk,3", "icc_transform|drawn.png|y.jpg[Q=95;strip]|cmyk,8" })
    void ycckIsDecodedAsCmyk(String command, double distance) throws Exception {
        draw();
        vips(command.replace(';', ',').split("\\|"));
        var bytes = Files.readAllBytes(folder.resolve("y.jpg"));
        bytes[adobe(bytes) + 15] = 2;
        Files.write(folder.resolve("ycck.jpg"), bytes);

        assertDistance("ycck.jpg", distance);
    }

    /** Java's own reader takes the last ink for transparency where no segment of Adobe names them. */
    @Test
    void inksWithoutASegmentOfAdobeAreNoTransparency() throws Exception {
        draw();
        vips("icc_transform", "drawn.png", "y.jpg[Q=95,strip]", "cmyk");
        var bytes = Files.readAllBytes(folder.resolve("y.jpg"));
        var at = adobe(bytes);
        var end = at + 2 + ((bytes[at + 2] & 0xFF) << 8 | bytes[at + 3] & 0xFF);
        var unnamed = Arrays.copyOf(bytes, bytes.length - (end - at));
        System.arraycopy(bytes, end, unnamed, at, bytes.length - end);
        Files.write(folder.resolve("unnamed.jpg"), unnamed);

        assertDistance("unnamed.jpg", 8);
        assertThat(decode(folder.resolve("unnamed.jpg")).hasAlpha()).isFalse();
        assertThat(warnings(folder.resolve("unnamed.jpg"))).hasSize(1);
    }

    /** Java draws gray with alpha brighter than gray without. */
    @ParameterizedTest
    @ValueSource(ints = { 8, 16 })
    void grayWithTransparencyIsAsBrightAsWithout(int bits) throws IOException {
        var type = bits == Byte.SIZE ? DataBuffer.TYPE_BYTE : DataBuffer.TYPE_USHORT;
        var model = new ComponentColorModel(ColorSpace.getInstance(ColorSpace.CS_GRAY), true, false, Transparency.TRANSLUCENT,
                type);
        var gray = new BufferedImage(model, model.createCompatibleWritableRaster(256, 8), false, null);
        for (var x = 0; x < 256; x++) {
            for (var y = 0; y < 8; y++) {
                gray.getRaster().setPixel(x, y, new int[] { x * (bits == 8 ? 1 : 257), y == 0 ? 0 : (1 << bits) - 1 });
            }
        }
        var file = Files.write(folder.resolve("gray.png"), TestPictures.png(gray));

        var decoded = decode(file);

        for (var x = 0; x < 256; x++) {
            assertThat(decoded.pixels()[x] >>> 24).describedAs("transparent").isZero();
            assertThat(decoded.pixels()[256 + x]).isEqualTo(0xFF000000 | x * 0x010101);
        }
    }

    @Test
    void grayWithTransparencyOfFourBitsIsSpread() {
        var model = new ComponentColorModel(ColorSpace.getInstance(ColorSpace.CS_GRAY), new int[] { 4, 4 }, true, false,
                Transparency.TRANSLUCENT, DataBuffer.TYPE_BYTE);
        var gray = new BufferedImage(model, model.createCompatibleWritableRaster(1, 1), false, null);
        gray.getRaster().setPixel(0, 0, new int[] { 5, 15 });

        assertThat(new SrgbConversion(PixelBuffers.fresh()).convert(gray, Optional.empty()).getRGB(0, 0)).isEqualTo(0xFF555555);
    }

    private static int adobe(byte[] jpeg) {
        for (var at = 0; at < jpeg.length - 16; at++) {
            if ((jpeg[at] & 0xFF) == 0xFF && (jpeg[at + 1] & 0xFF) == 0xEE && jpeg[at + 4] == 'A' && jpeg[at + 5] == 'd') {
                return at;
            }
        }
        throw new AssertionError("no Adobe segment");
    }

    @Test
    void theProfileOfRenditionsIsSrgb() {
        var profile = ICC_Profile.getInstance(SrgbProfile.bytes());
        var space = new ICC_ColorSpace(profile);

        assertThat(profile.getColorSpaceType()).isEqualTo(ColorSpace.TYPE_RGB);
        assertThat(SrgbProfile.bytes().length).isLessThan(600);
        for (var color : new float[][] { { 0, 0, 0 }, { 1, 1, 1 }, { 0.5f, 0.5f, 0.5f }, { 1, 0, 0 }, { 0.2f, 0.7f, 0.1f },
                { 0.02f, 0.03f, 0.9f } }) {
            var converted = space.toRGB(color);
            for (var at = 0; at < 3; at++) {
                assertThat(converted[at]).isCloseTo(color[at], org.assertj.core.data.Offset.offset(0.012f));
            }
        }
    }

    @Test
    void renditionsAreMarkedAsSrgbWithoutOrWithAPacket() throws IOException {
        var picture = Picture.of(TestPictures.draw(40, 30));
        var webp = WebpEncoder.find(0.8f, 0).orElseThrow();
        for (var packet : new byte[][] { new byte[0], "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"/>".getBytes() }) {
            for (var file : new byte[][] { new JpegEncoder(0.9f).encode(EncoderInput.of(picture), packet),
                    webp.encode(EncoderInput.of(picture), packet) }) {
                assertThat(indexOf(file, SrgbProfile.bytes())).isPositive();
                assertThat(packet.length == 0 || indexOf(file, packet) > 0).isTrue();
                var path = Files.write(folder.resolve("marked"), file);
                var decoded = decode(path);
                assertThat(decoded.width()).isEqualTo(40);
                assertThat(distance(decoded, picture)).isLessThan(8);
            }
        }
    }

    /** A decoder that predicts blocks from wrong neighbors errs the more, the longer the picture is. */
    @ParameterizedTest
    @ValueSource(ints = { 0, 2, 4, 6 })
    void aLongLossyWebpKeepsItsColors(int effort) throws IOException {
        var picture = Picture.of(TestPictures.draw(300, 1600));
        var webp = WebpEncoder.find(0.3f, effort).orElseThrow().encode(EncoderInput.of(picture), new byte[0]);

        assertThat(distance(decode(Files.write(folder.resolve("long.webp"), webp)), picture)).isLessThan(1.5);
    }

    private static int indexOf(byte[] file, byte[] part) {
        for (var at = 0; at <= file.length - part.length; at++) {
            if (java.util.Arrays.equals(file, at, at + part.length, part, 0, part.length)) {
                return at;
            }
        }
        return -1;
    }

    private void draw() throws IOException {
        if (!Files.isExecutable(VIPS)) {
            Requirements.skipOrFail("vips", "libvips-tools is not installed");
        }
        Files.write(folder.resolve("drawn.png"), TestPictures.png(TestPictures.draw(160, 120)));
    }

    private Picture reference(String name) throws Exception {
        if (name.startsWith("gray")) {
            vips("colourspace", name, "reference.png", "srgb");
        } else {
            vips("icc_transform", name, "reference.png", "srgb", "--embedded", "--intent", "perceptual", "--depth", "8");
        }
        return Picture.of(convert(folder.resolve("reference.png")));
    }

    private static BufferedImage convert(Path png) throws IOException {
        var read = ImageIO.read(new ByteArrayInputStream(Files.readAllBytes(png)));
        var rgb = new BufferedImage(read.getWidth(), read.getHeight(), BufferedImage.TYPE_INT_RGB);
        for (var y = 0; y < read.getHeight(); y++) {
            for (var x = 0; x < read.getWidth(); x++) {
                rgb.setRGB(x, y, read.getRaster().getNumBands() == 1 ? read.getRaster().getSample(x, y, 0) * 0x010101
                        : read.getRGB(x, y));
            }
        }
        return rgb;
    }

    private void vips(String... arguments) throws Exception {
        var command = new java.util.ArrayList<>(List.of(VIPS.toString()));
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile()).start();
        assertThat(process.waitFor()).describedAs(command + Files.readString(folder.resolve("log"))).isZero();
    }

    private static Picture decode(Path file) throws IOException {
        return new PictureDecoder(TIMEOUT).decode(file, header(file), Orientation.UPRIGHT, 4_000);
    }

    /** By the program itself, without the other engine's help where it fails; inks are always left to the other engine. */
    private Picture decodeWithVips(Path file) throws IOException {
        var vips = VipsProgram.find(new VipsProgram.Limits("vipsthumbnail", TIMEOUT, 1L << 31), folder.resolve("work"))
                .orElseThrow();
        var decoder = new PictureDecoder(TIMEOUT, vips);
        var decoded = decoder.decodeWithVips(file, header(file), 4_000);
        assertThat(decoded.isEmpty()).describedAs(file.toString()).isEqualTo(INKS.matcher(file.toString()).find());
        return decoded.isPresent() ? decoded.get() : decoder.decodeChecked(file, header(file), Orientation.UPRIGHT, 4_000);
    }

    private static ImageHeader header(Path file) throws IOException {
        try (var channel = Files.newByteChannel(file)) {
            return new ImageHeaderReader(ImageLimits.DEFAULT).read(channel);
        }
    }

    /** The mean of CIE76. */
    private static double distance(Picture one, Picture other) {
        assertThat(one.width()).isEqualTo(other.width());
        var sum = 0.0;
        for (var at = 0; at < one.pixels().length; at++) {
            var first = lab(one.pixels()[at]);
            var second = lab(other.pixels()[at]);
            sum += Math.sqrt(Math.pow(first[0] - second[0], 2) + Math.pow(first[1] - second[1], 2)
                    + Math.pow(first[2] - second[2], 2));
        }
        return sum / one.pixels().length;
    }

    private static double[] lab(int rgb) {
        var r = linear(rgb >> 16 & 0xFF);
        var g = linear(rgb >> 8 & 0xFF);
        var b = linear(rgb & 0xFF);
        var x = root((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505);
        var y = root(0.2126 * r + 0.7152 * g + 0.0722 * b);
        var z = root((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.089);
        return new double[] { 116 * y - 16, 500 * (x - y), 200 * (y - z) };
    }

    private static double linear(int value) {
        var part = value / 255.0;
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }

    private static double root(double value) {
        return value > 0.008856 ? Math.cbrt(value) : 7.787 * value + 16.0 / 116;
    }
}
