package org.depesche.media.rendition;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;

import javax.imageio.stream.MemoryCacheImageInputStream;

import org.depesche.media.header.ImageFormat;
import org.depesche.media.header.ImageHeader;
import org.depesche.media.metadata.Orientation;
import org.depesche.media.picture.DecoderTarget;
import org.depesche.media.picture.ImageReaders;
import org.depesche.media.picture.Picture;
import org.depesche.media.picture.PictureDecoder;
import org.depesche.media.picture.PixelBuffers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Arrays that are used again change no byte of a rendition, and are what spares the garbage collector its work. */
class PixelBuffersTest {

    private static final com.sun.management.ThreadMXBean THREADS = (com.sun.management.ThreadMXBean) ManagementFactory
            .getThreadMXBean();
    private static final PictureDecoder DECODER = new PictureDecoder(Duration.ofMinutes(2));

    private final PixelBuffers kept = PixelBuffers.kept();
    private final RenditionMaker maker = new RenditionMaker(new RenditionWidths(List.of(100, 200, 400, 800), 800), 0.82f, 0.75f,
            0);
    private int files;

    @TempDir
    Path folder;

    @BeforeEach
    void aCountOfAllocatedBytes() {
        THREADS.setThreadAllocatedMemoryEnabled(true);
    }

    /** A file to decode. */
    private record Original(Path file, ImageHeader header, Orientation orientation) {
    }

    private Original original(BufferedImage image, ImageFormat format, Orientation orientation) throws IOException {
        var file = Files.write(folder.resolve("original-" + files++),
                TestPictures.encode(image, format == ImageFormat.JPEG ? "jpeg" : "png"));
        return new Original(file, new ImageHeader(format, image.getWidth(), image.getHeight(), 1), orientation);
    }

    private static TreeMap<String, String> renditions(Original original, PictureDecoder decoder, RenditionMaker maker) {
        try {
            var made = new TreeMap<String, String>();
            var picture = decoder.decode(original.file, original.header, original.orientation, maker.maxSide());
            maker.make(picture, 0.3, 0.7, new byte[0], (name, content) -> made.put(name, HexFormat.of().formatHex(content)));
            return made;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BufferedImage transparent(int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        for (var y = 0; y < height; y++) {
            for (var x = 0; x < width; x++) {
                image.setRGB(x, y, x * 255 / width << 24 | y * 255 / height << 16 | 0x4080);
            }
        }
        return image;
    }

    /** Large before small, with alpha and without, turned and upright: no picture may show through the next. */
    @Test
    void onePictureAfterTheOtherIsLikeEachAlone() throws IOException {
        var gray = new BufferedImage(300, 200, BufferedImage.TYPE_BYTE_GRAY);
        gray.createGraphics().drawImage(TestPictures.draw(300, 200), 0, 0, null);
        var originals = List.of(original(TestPictures.draw(1200, 900), ImageFormat.JPEG, Orientation.UPRIGHT),
                original(TestPictures.draw(900, 700), ImageFormat.JPEG, Orientation.TURNED_RIGHT),
                original(transparent(700, 900), ImageFormat.PNG, Orientation.TURNED_180),
                original(gray, ImageFormat.PNG, Orientation.UPRIGHT),
                original(TestPictures.draw(800, 450), ImageFormat.PNG, Orientation.MIRRORED),
                original(transparent(90, 60), ImageFormat.PNG, Orientation.UPRIGHT),
                original(TestPictures.draw(1500, 300), ImageFormat.JPEG, Orientation.TRANSPOSED));

        for (var original : originals) {
            assertThat(renditions(original, DECODER.using(kept), maker.using(kept)))
                    .isEqualTo(renditions(original, DECODER, maker)).hasSizeGreaterThan(7);
        }
    }

    /** Nearly 150 bytes a pixel without them, most of it in arrays that the young generation has no room for. */
    @Test
    void aSecondPictureNeedsNoLargeArrays() throws IOException {
        var original = original(TestPictures.draw(1500, 1000), ImageFormat.JPEG, Orientation.TURNED_LEFT);
        renditions(original, DECODER.using(kept), maker.using(kept));

        var before = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
        var picture = DECODER.using(kept).decode(original.file, original.header, original.orientation, 1500);
        maker.using(kept).make(picture, 0.5, 0.5, new byte[0], (name, content) -> {
        });

        assertThat(THREADS.getThreadAllocatedBytes(Thread.currentThread().getId()) - before).isLessThan(15 * 1500 * 1000);
    }

    /** An operator may accept pictures that end early: nothing of the picture before may stand there. */
    @Test
    void aDecoderFindsItsTargetEmpty() throws IOException {
        Arrays.fill(kept.samples(3 * 50 * 40), (byte) 0x55);
        var reader = ImageReaders.of(ImageFormat.PNG);
        reader.setInput(new MemoryCacheImageInputStream(
                new ByteArrayInputStream(TestPictures.png(TestPictures.draw(50, 40)))));
        var parameters = reader.getDefaultReadParam();

        DecoderTarget.set(reader, parameters, kept);

        var pixels = parameters.getDestination().getRaster().getPixels(0, 0, 50, 40, (int[]) null);
        assertThat(pixels).hasSize(3 * 50 * 40).containsOnly(0);
        assertThat(reader.read(0, parameters)).isSameAs(parameters.getDestination());
        assertThat(kept.samples(3 * 50 * 40)[2]).isNotZero();
        reader.dispose();
    }

    @Test
    void aPictureIsScaledInItsOwnArray() {
        var picture = Picture.of(TestPictures.draw(97, 83));
        var own = Picture.of(TestPictures.draw(97, 83));

        for (var size : List.of(List.of(97, 82), List.of(96, 82), List.of(40, 30), List.of(39, 30), List.of(1, 1))) {
            picture = Scaler.scale(picture, size.get(0), size.get(1));
            own = Scaler.scale(own, size.get(0), size.get(1), own.array());
            assertThat(own.pixels()).isEqualTo(picture.pixels());
        }
    }
}
