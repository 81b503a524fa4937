package org.depesche.media.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.depesche.media.header.ImageFormat;
import org.depesche.media.header.ImageHeader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WebpFramesTest {

    private static final int WIDTH = 100;
    private static final int HEIGHT = 80;

    @TempDir
    Path folder;

    @Test
    void eachFrameHasItsPlaceAndItsTransparency() throws IOException {
        var file = concat(riff(), chunk("VP8X", new byte[10]), chunk("ANIM", new byte[6]),
                chunk("ANMF", concat(place(1, 2, 3, 4), chunk("ALPH", new byte[5]), chunk("VP8 ", new byte[3]))),
                chunk("ANMF", concat(place(5, 6, 7, 8), chunk("VP8L", new byte[3]))),
                chunk("ANMF", concat(place(9, 10, 11, 12), chunk("ALPH", new byte[1]), chunk("VP8 ", new byte[2]))));

        assertThat(find(file, 3, 50)).containsExactly(new WebpFrame(path(), 2, 4, 3, 4, 76, 5),
                new WebpFrame(path(), 10, 12, 7, 8, 0, 0), new WebpFrame(path(), 18, 20, 11, 12, 162, 1));
        assertThat(find(file, 3, 2)).hasSize(2);
    }

    @Test
    void aFileWithoutAnAnimationIsOneFrame() throws IOException {
        var file = concat(riff(), chunk("VP8X", new byte[10]), chunk("ALPH", new byte[5]), chunk("VP8 ", new byte[3]));

        assertThat(find(file, 1, 1)).containsExactly(new WebpFrame(path(), 0, 0, WIDTH, HEIGHT, 38, 5));
        assertThat(find(concat(riff(), chunk("VP8L", new byte[3])), 1, 1))
                .containsExactly(new WebpFrame(path(), 0, 0, WIDTH, HEIGHT, 0, 0));
    }

    @Test
    void theChunksOfAllFramesAreCountedTogether() {
        var half = concat(place(0, 0, 1, 1), new byte[8 * (WebpFrames.MAX_CHUNKS / 2)], chunk("VP8 ", new byte[2]));
        var file = concat(riff(), chunk("VP8X", new byte[10]), chunk("ANMF", half), chunk("ANMF", half));

        assertThatThrownBy(() -> find(file, 2, 50)).isInstanceOf(DamagedPicture.class)
                .hasMessage("The WebP file has too many chunks.");
    }

    private List<WebpFrame> find(byte[] file, int frames, int max) throws IOException {
        return WebpFrames.find(Files.write(path(), file), new ImageHeader(ImageFormat.WEBP, WIDTH, HEIGHT, frames), max);
    }

    private Path path() {
        return folder.resolve("picture");
    }

    /** The header of a frame: its corner in steps of two pixels, and its sides. */
    private static byte[] place(int x, int y, int width, int height) {
        return ByteBuffer.allocate(16).put(0, (byte) x).put(3, (byte) y).put(6, (byte) (width - 1)).put(9, (byte) (height - 1))
                .array();
    }

    private static byte[] riff() {
        return "RIFF....WEBP".getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] chunk(String name, byte[] content) {
        return ByteBuffer.allocate(8 + content.length + (content.length & 1)).order(ByteOrder.LITTLE_ENDIAN)
                .put(name.getBytes(StandardCharsets.US_ASCII)).putInt(content.length).put(content).array();
    }

    private static byte[] concat(byte[]... parts) {
        var whole = new ByteArrayOutputStream();
        for (var part : parts) {
            whole.writeBytes(part);
        }
        return whole.toByteArray();
    }
}
