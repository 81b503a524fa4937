package org.depesche.media.header;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;

import org.depesche.media.header.ImageRefusal.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of a few bytes, written here: every format, every limit, and what breaks a rule. */
class ImageHeaderReaderTest {

    private static final ImageLimits LIMITS = new ImageLimits(100_000, 1_000_000, 2_000, 50, 3, 1_000_000);

    @TempDir
    Path folder;

    @Test
    void everyFormatIsKnownByItsContent() {
        assertThat(header(jpeg(40, 30))).isEqualTo(new ImageHeader(ImageFormat.JPEG, 40, 30, 1));
        assertThat(header(png(40, 30, 0))).isEqualTo(new ImageHeader(ImageFormat.PNG, 40, 30, 1));
        assertThat(header(png(40, 30, 3))).isEqualTo(new ImageHeader(ImageFormat.PNG, 40, 30, 3));
        assertThat(header(gif(40, 30, 2))).isEqualTo(new ImageHeader(ImageFormat.GIF, 40, 30, 2));
        assertThat(header(webpLossless(40, 30))).isEqualTo(new ImageHeader(ImageFormat.WEBP, 40, 30, 1));
        assertThat(header(webpAnimated(40, 30, 2))).isEqualTo(new ImageHeader(ImageFormat.WEBP, 40, 30, 2));
        assertThat(header(tiff(40, 30, false, ByteOrder.LITTLE_ENDIAN))).isEqualTo(
                new ImageHeader(ImageFormat.TIFF, 40, 30, 1));
        assertThat(header(tiff(40, 30, false, ByteOrder.BIG_ENDIAN))).isEqualTo(new ImageHeader(ImageFormat.TIFF, 40, 30, 1));
        assertThat(header(avif(40, 30, 0))).isEqualTo(new ImageHeader(ImageFormat.AVIF, 40, 30, 1));
        assertThat(header(avif(40, 30, 1))).isEqualTo(new ImageHeader(ImageFormat.AVIF, 30, 40, 1));
    }

    @ParameterizedTest
    @CsvSource({ "1000,1000,", "1001,1000,TOO_LARGE", "2000,100,", "2001,100,TOO_LARGE", "500,10,", "501,10,TOO_LARGE",
            "10,501,TOO_LARGE", "0,10,DAMAGED", "10,0,DAMAGED", "2147483647,2147483647,TOO_LARGE", "-1,-1,TOO_LARGE" })
    void sidesPixelsAndRatioHaveLimits(int width, int height, Reason refusal) {
        assertThat(reason(png(width, height, 0), LIMITS)).isEqualTo(refusal);
    }

    @Test
    void framesHaveALimitInEveryFormatThatHasSeveral() {
        assertThat(reason(gif(40, 30, 3), LIMITS)).isNull();
        assertThat(reason(gif(40, 30, 4), LIMITS)).isEqualTo(Reason.TOO_LARGE);
        assertThat(reason(png(40, 30, 4), LIMITS)).isEqualTo(Reason.TOO_LARGE);
        assertThat(reason(webpAnimated(40, 30, 4), LIMITS)).isEqualTo(Reason.TOO_LARGE);
        assertThat(reason(tiff(40, 30, true, ByteOrder.BIG_ENDIAN), LIMITS)).isEqualTo(Reason.TOO_LARGE);
    }

    @Test
    void theFileHasALimitInBytes() {
        assertThat(reason(Arrays.copyOf(png(40, 30, 0), 100_000), LIMITS)).isNull();
        assertThat(reason(Arrays.copyOf(png(40, 30, 0), 100_001), LIMITS)).isEqualTo(Reason.TOO_LARGE);
    }

    @Test
    void aFewBytesCannotClaimALargePicture() {
        assertThat(reason(png(10_000, 10_000, 0), ImageLimits.DEFAULT)).isEqualTo(Reason.DAMAGED);
        assertThat(reason(webpLossless(8_000, 8_000), ImageLimits.DEFAULT)).isEqualTo(Reason.DAMAGED);
        assertThat(reason(gif(8_000, 8_000, 1), ImageLimits.DEFAULT)).isEqualTo(Reason.DAMAGED);
        assertThat(reason(avif(8_000, 8_000, 0), ImageLimits.DEFAULT)).isEqualTo(Reason.DAMAGED);
        assertThat(reason(tiff(8_000, 8_000, false, ByteOrder.BIG_ENDIAN), ImageLimits.DEFAULT)).isEqualTo(Reason.DAMAGED);
        assertThat(reason(jpeg(8_000, 8_000), ImageLimits.DEFAULT)).isEqualTo(Reason.DAMAGED);
    }

    @Test
    void aFrameOutsideOfTheCanvasCounts() {
        var gif = gif(40, 30, 1);
        gif[13 + 5] = (byte) 0xFF;
        gif[13 + 6] = (byte) 0xFF;

        assertThat(reason(gif, LIMITS)).isEqualTo(Reason.TOO_LARGE);
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "a", "BM0000000000000000", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>",
            "P6 10 10 255 xxxxxx",
            "%PDF-1.7 xxxxxxxxxxxx", "<html><body>x</body></html>", "\0\0\1\0\1\0\20\20\0\0\0\0\0\0",
            "RIFF\0\0\0\0WAVEfmt xxxx" })
    void otherContentIsNoImage(String content) {
        assertThat(reason(content.getBytes(StandardCharsets.ISO_8859_1), LIMITS)).isEqualTo(Reason.UNKNOWN_FORMAT);
    }

    @Test
    void pixelsBeforeTheFrameHeaderAreDamage() {
        assertThat(reason(HexFormat.of().parseHex("ffd8ffe000020000ffda0008010100003f00ffd9"), LIMITS))
                .isEqualTo(Reason.DAMAGED);
    }

    @Test
    void bytesBetweenJpegSegmentsAreSkipped() {
        var stray = concat(HexFormat.of().parseHex("ffd8ffe00002" + "aabbcc"), Arrays.copyOfRange(jpeg(40, 30), 2, 23));

        assertThat(header(stray)).isEqualTo(new ImageHeader(ImageFormat.JPEG, 40, 30, 1));
    }

    @Test
    void changedAndShortenedFilesAreReadOrRefusedButNeverFail() {
        var random = new Random(15);
        for (var valid : new byte[][] { jpeg(40, 30), png(40, 30, 2), gif(40, 30, 2), webpLossless(40, 30),
                webpAnimated(40, 30, 2), tiff(40, 30, true, ByteOrder.LITTLE_ENDIAN), avif(40, 30, 1) }) {
            for (var round = 0; round < 500; round++) {
                var changed = Arrays.copyOf(valid, 1 + random.nextInt(valid.length));
                for (var change = random.nextInt(4); change > 0; change--) {
                    changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
                }
                reason(changed, LIMITS); // anything but an ImageRefusal fails the test
            }
        }
    }

    private ImageHeader header(byte[] content) {
        try (var channel = Files.newByteChannel(Files.write(folder.resolve("image"), content))) {
            return new ImageHeaderReader(LIMITS).read(channel);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private Reason reason(byte[] content, ImageLimits limits) {
        var refusal = catchThrowableOfType(ImageRefusal.class, () -> {
            try (var channel = Files.newByteChannel(Files.write(folder.resolve("image"), content))) {
                new ImageHeaderReader(limits).read(channel);
            }
        });
        return refusal == null ? null : refusal.reason();
    }

    private static byte[] jpeg(int width, int height) {
        return ByteBuffer.allocate(23).putInt(0xFFD8FFC0).putShort((short) 17).put((byte) 8).putShort((short) height)
                .putShort((short) width).put((byte) 3).array();
    }

    private static byte[] png(int width, int height, int frames) {
        var file = ByteBuffer.allocate(80).putLong(0x89504E470D0A1A0AL).putInt(13).put(ascii("IHDR")).putInt(width)
                .putInt(height).putInt(0x08020000).put((byte) 0).putInt(0);
        if (frames > 0) {
            file.putInt(8).put(ascii("acTL")).putInt(frames).putInt(0).putInt(0);
        }
        return file.putInt(0).put(ascii("IDAT")).putInt(0).array();
    }

    private static byte[] gif(int width, int height, int frames) {
        var file = ByteBuffer.allocate(14 + 14 * frames).order(ByteOrder.LITTLE_ENDIAN).put(ascii("GIF89a"))
                .putShort((short) width).putShort((short) height).put(new byte[3]);
        for (var frame = 0; frame < frames; frame++) {
            file.put((byte) 0x2C).putInt(0).putShort((short) width).putShort((short) height).put((byte) 0).put((byte) 2)
                    .put((byte) 1).put((byte) 0).put((byte) 0);
        }
        return file.put((byte) 0x3B).array();
    }

    private static byte[] webpLossless(int width, int height) {
        return ByteBuffer.allocate(26).order(ByteOrder.LITTLE_ENDIAN).put(ascii("RIFF")).putInt(18).put(ascii("WEBPVP8L"))
                .putInt(5).put((byte) 0x2F).putInt(width - 1 | height - 1 << 14).put((byte) 0).array();
    }

    private static byte[] webpAnimated(int width, int height, int frames) {
        var file = ByteBuffer.allocate(30 + 8 * frames).order(ByteOrder.LITTLE_ENDIAN).put(ascii("RIFF"))
                .putInt(22 + 8 * frames).put(ascii("WEBPVP8X")).putInt(10).putInt(2).put((byte) (width - 1))
                .putShort((short) 0).put((byte) (height - 1)).putShort((short) 0);
        for (var frame = 0; frame < frames; frame++) {
            file.put(ascii("ANMF")).putInt(0);
        }
        return file.array();
    }

    /** @param isCircular whether the first directory is its own successor */
    private static byte[] tiff(int width, int height, boolean isCircular, ByteOrder order) {
        return ByteBuffer.allocate(38).order(order).put(ascii(order == ByteOrder.BIG_ENDIAN ? "MM" : "II")).putShort((short) 42)
                .putInt(8).putShort((short) 2).putShort((short) 256).putShort((short) 4).putInt(1).putInt(width)
                .putShort((short) 257).putShort((short) 4).putInt(1).putInt(height).putInt(isCircular ? 8 : 0).array();
    }

    private static byte[] avif(int width, int height, int quarterTurns) {
        var size = box("ispe", ByteBuffer.allocate(12).putInt(0).putInt(width).putInt(height).array());
        var turn = box("irot", new byte[] { (byte) quarterTurns });
        var other = box("ispe", ByteBuffer.allocate(12).putInt(0).putInt(7).putInt(7).array());
        var associations = box("ipma", HexFormat.of().parseHex("00000000" + "00000002" + "00010101" + "0002020283"));
        var properties = box("iprp", concat(box("ipco", concat(other, size, turn)), associations));
        var primary = box("pitm", HexFormat.of().parseHex("000000000002"));
        return concat(box("ftyp", ascii("mif1\0\0\0\0mif1avif")), box("meta", concat(new byte[4], primary, properties)));
    }

    private static byte[] box(String name, byte[] content) {
        return ByteBuffer.allocate(8 + content.length).putInt(8 + content.length).put(ascii(name)).put(content).array();
    }

    private static byte[] concat(byte[]... parts) {
        var all = ByteBuffer.allocate(Arrays.stream(parts).mapToInt(part -> part.length).sum());
        Arrays.stream(parts).forEach(all::put);
        return all.array();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
