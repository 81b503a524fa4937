package org.depesche.media.rendition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;

import javax.imageio.IIOImage;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageOutputStream;

import org.depesche.media.header.ImageFormat;
import org.depesche.media.header.ImageHeader;
import org.depesche.media.metadata.Orientation;
import org.depesche.media.picture.DamagedPicture;
import org.depesche.media.picture.Picture;
import org.depesche.media.picture.PictureDecoder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.luciad.imageio.webp.WebPImageWriterSpi;
import com.luciad.imageio.webp.WebPWriteParam;

class WebpFrameTest {

    private static final int WIDTH = 40;
    private static final int HEIGHT = 30;

    @TempDir
    Path folder;

    @Test
    void transparencyWithoutCompressionIsThatOfTheFileByEachFilter() throws IOException {
        for (var filter = 0; filter <= 3; filter++) {
            var picture = decode(still(filtered(filter)), WIDTH, HEIGHT, 1, WIDTH);

            for (var at = 0; at < WIDTH * HEIGHT; at++) {
                assertThat(picture.pixels()[at] >>> 24).as("filter %d, pixel %d", filter, at)
                        .isEqualTo(alpha(at % WIDTH, at / WIDTH));
            }
        }
    }

    /** A preview is read in steps of several pixels. */
    @Test
    void aSmallerPictureHasTheSameTransparency() throws IOException {
        var small = decode(still(filtered(3)), WIDTH, HEIGHT, 1, 5);

        assertThat(small.width()).isEqualTo(WIDTH / 3 + 1);
        for (var at = 0; at < small.width() * small.height(); at++) {
            assertThat(small.pixels()[at] >>> 24)
                    .isEqualTo(alpha(3 * (at % small.width()), 3 * (at / small.width())));
        }
    }

    @Test
    void transparencyThatEndsEarlyIsDamaged() {
        var whole = filtered(0);

        assertThatThrownBy(() -> decode(still(Arrays.copyOf(whole, whole.length - 2)), WIDTH, HEIGHT, 1, WIDTH))
                .isInstanceOf(DamagedPicture.class);
    }

    /** The canvas of an animation is larger than its frames. */
    @Test
    void aFrameOfAnAnimationIsInItsPlaceWithItsTransparency() throws IOException {
        var frame = new ByteArrayOutputStream();
        frame.writeBytes(ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN).putInt(5).put(3, (byte) 2)
                .put(6, (byte) (WIDTH - 1)).put(9, (byte) (HEIGHT - 1)).put(12, (byte) 100).array());
        frame.writeBytes(chunk("ALPH", filtered(2)));
        frame.writeBytes(chunk("VP8 ", pixels()));
        var file = riff(chunk("VP8X", header(0x12, 100, 80)), chunk("ANIM", new byte[6]), chunk("ANMF", frame.toByteArray()),
                chunk("ANMF", frame.toByteArray()));

        var picture = decode(file, 100, 80, 2, 100);

        assertThat(picture.pixels()[0] >>> 24).isZero();
        for (var y = 0; y < HEIGHT; y++) {
            for (var x = 0; x < WIDTH; x++) {
                assertThat(picture.pixels()[(y + 4) * 100 + x + 10] >>> 24).isEqualTo(alpha(x, y));
            }
        }
    }

    @Test
    void aFlatPictureIsNotDamagedHoweverSmallItsFileIs() throws IOException {
        var bytes = new ByteArrayOutputStream();
        var writer = new WebPImageWriterSpi().createWriterInstance(null);
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            var lossless = new WebPWriteParam(Locale.ROOT);
            lossless.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            lossless.setCompressionType("Lossless");
            writer.write(null, new IIOImage(new BufferedImage(1_000, 800, BufferedImage.TYPE_INT_RGB), null, null), lossless);
        } finally {
            writer.dispose();
        }

        assertThat(bytes.size() * 2_048L).isLessThan(1_000 * 800 * 3);
        assertThat(decode(bytes.toByteArray(), 1_000, 800, 1, 1_000).pixels()[0]).isEqualTo(0xFF000000);
    }

    private Picture decode(byte[] file, int width, int height, int frames, int side) throws IOException {
        return new PictureDecoder(Duration.ofMinutes(2)).decode(Files.write(folder.resolve("picture"), file),
                new ImageHeader(ImageFormat.WEBP, width, height, frames), Orientation.UPRIGHT, side);
    }

    private static int alpha(int x, int y) {
        return (x * 37 + y * y * 11 + 200) & 0xFF;
    }

    /** What a writer stores: the flags, then of each value the difference to its prediction. */
    private static byte[] filtered(int filter) {
        var plane = new byte[1 + WIDTH * HEIGHT];
        plane[0] = (byte) (filter << 2);
        for (var y = 0; y < HEIGHT; y++) {
            for (var x = 0; x < WIDTH; x++) {
                plane[1 + y * WIDTH + x] = (byte) (alpha(x, y) - prediction(filter, x, y));
            }
        }
        return plane;
    }

    private static int prediction(int filter, int x, int y) {
        var left = x > 0 ? alpha(x - 1, y) : y > 0 ? alpha(0, y - 1) : 0;
        var top = y > 0 ? alpha(x, y - 1) : x > 0 ? alpha(x - 1, 0) : 0;
        return switch (filter) {
            case 1 -> left;
            case 2 -> top;
            case 3 -> x == 0 || y == 0 ? x == 0 ? top : left : Math.max(0, Math.min(255, left + top - alpha(x - 1, y - 1)));
            default -> 0;
        };
    }

    private static byte[] still(byte[] alpha) throws IOException {
        return riff(chunk("VP8X", header(0x10, WIDTH, HEIGHT)), chunk("ALPH", alpha), chunk("VP8 ", pixels()));
    }

    /** The pixels of a lossy file that our encoder wrote. */
    private static byte[] pixels() throws IOException {
        var file = WebpEncoder.find(0.8f, 0).orElseThrow()
                .encode(EncoderInput.of(Picture.of(TestPictures.draw(WIDTH, HEIGHT))), new byte[0]);
        var bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).position(12);
        while (true) {
            var name = new byte[4];
            bytes.get(name);
            var content = new byte[bytes.getInt()];
            bytes.get(content);
            if (new String(name, StandardCharsets.US_ASCII).equals("VP8 ")) {
                return content;
            }
            bytes.position(bytes.position() + (content.length & 1));
        }
    }

    private static byte[] header(int flags, int width, int height) {
        return ByteBuffer.allocate(10).order(ByteOrder.LITTLE_ENDIAN).putInt(flags).put(4, (byte) (width - 1))
                .put(7, (byte) (height - 1)).array();
    }

    private static byte[] chunk(String name, byte[] content) {
        return ByteBuffer.allocate(8 + content.length + (content.length & 1)).order(ByteOrder.LITTLE_ENDIAN)
                .put(name.getBytes(StandardCharsets.US_ASCII)).putInt(content.length).put(content).array();
    }

    private static byte[] riff(byte[]... chunks) {
        var content = new ByteArrayOutputStream();
        Arrays.stream(chunks).forEach(content::writeBytes);
        return ByteBuffer.allocate(12 + content.size()).order(ByteOrder.LITTLE_ENDIAN)
                .put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(4 + content.size())
                .put("WEBP".getBytes(StandardCharsets.US_ASCII)).put(content.toByteArray()).array();
    }
}
