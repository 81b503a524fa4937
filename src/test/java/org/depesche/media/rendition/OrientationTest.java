package org.depesche.media.rendition;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;

import org.depesche.media.header.ImageHeader;
import org.depesche.media.header.ImageHeaderReader;
import org.depesche.media.header.ImageLimits;
import org.depesche.media.metadata.MetadataLimits;
import org.depesche.media.metadata.Orientation;
import org.depesche.media.metadata.PhotoMetadataReader;
import org.depesche.media.picture.Crop;
import org.depesche.media.picture.Picture;
import org.depesche.media.picture.PictureDecoder;
import org.depesche.testkit.SharedMaterial;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The orientation of Exif, in every format that carries it, down to the renditions. */
class OrientationTest {

    private static final RenditionMaker MAKER = new RenditionMaker(new RenditionWidths(List.of(200), 400), 0.95f, 0.9f, 0);
    /** Far from the center, so that a focal point that is not turned cuts off another part. */
    private static final double FOCAL_X = 0.1;
    private static final double FOCAL_Y = 0.9;

    @TempDir
    Path folder;

    @Test
    void theEightFilesHaveTheSameRenditionsInEveryShape() throws IOException {
        var upright = renditions(SharedMaterial.file("data/photos/orientation/landscape_1.jpg"));
        for (var orientation = 2; orientation <= 8; orientation++) {
            var turned = renditions(SharedMaterial.file("data/photos/orientation/landscape_" + orientation + ".jpg"));

            assertThat(turned).containsOnlyKeys(upright.keySet());
            for (var name : upright.keySet()) {
                assertThat(difference(quarter(upright.get(name)), quarter(turned.get(name))))
                        .describedAs(name + " of " + orientation).isLessThan(5);
            }
        }
        assertThat(upright).hasSize(Crop.values().length * 2 * 2);
        assertThat(difference(upright.get("original-400.jpg"), flipped(upright.get("original-400.jpg"))))
                .describedAs("what another picture would be").isGreaterThan(20);
    }

    /** Each of the eight files was compressed by itself, which shows in single pixels. */
    private static Picture quarter(Picture picture) {
        return Scaler.scale(picture, picture.width() / 4, picture.height() / 4);
    }

    private static Picture flipped(Picture picture) {
        return picture.upright(Orientation.FLIPPED);
    }

    private Map<String, Picture> renditions(Path file) throws IOException {
        var files = new HashMap<String, byte[]>();
        MAKER.make(decode(file), FOCAL_X, FOCAL_Y, new byte[0], files::put);
        var pictures = new HashMap<String, Picture>();
        for (var made : files.entrySet()) {
            pictures.put(made.getKey(), decode(Files.write(folder.resolve("rendition"), made.getValue())));
        }
        return pictures;
    }

    @Test
    void pngAndWebpAreTurnedByTheirExif() throws IOException {
        var drawn = Picture.of(TestPictures.draw(60, 40));
        var webp = WebpEncoder.find(1, 0).orElseThrow().encode(EncoderInput.of(drawn), new byte[0]);
        for (var orientation : Orientation.values()) {
            var tag = orientation.ordinal() + 1;
            var png = decode(Files.write(folder.resolve("a.png"), png(tag)));
            var other = decode(Files.write(folder.resolve("a.webp"), webp(webp, tag)));

            assertThat(png.width()).isEqualTo(orientation.width(60, 40));
            assertThat(png.pixels()).describedAs("PNG " + tag).isEqualTo(drawn.upright(orientation).pixels());
            assertThat(difference(other, drawn.upright(orientation))).describedAs("WebP " + tag).isLessThan(8);
        }
    }

    private static byte[] png(int orientation) {
        var png = TestPictures.png(TestPictures.draw(60, 40));
        var chunk = ByteBuffer.allocate(4 + exif(orientation).length).put("eXIf".getBytes(StandardCharsets.US_ASCII))
                .put(exif(orientation)).array();
        var sum = new CRC32();
        sum.update(chunk);
        return ByteBuffer.allocate(png.length + 8 + chunk.length).put(png, 0, 33).putInt(chunk.length - 4).put(chunk)
                .putInt((int) sum.getValue()).put(png, 33, png.length - 33).array();
    }

    /** The encoder wrote the header for more chunks already. */
    private static byte[] webp(byte[] webp, int orientation) {
        var exif = exif(orientation);
        var file = ByteBuffer.allocate(webp.length + 8 + exif.length).order(ByteOrder.LITTLE_ENDIAN).put(webp)
                .put("EXIF".getBytes(StandardCharsets.US_ASCII)).putInt(exif.length).put(exif)
                .putInt(4, webp.length + exif.length);
        return file.put(20, (byte) (webp[20] | 0x08)).array();
    }

    private static byte[] exif(int orientation) {
        return ByteBuffer.allocate(26).put("MM\0*".getBytes(StandardCharsets.US_ASCII)).putInt(8).putShort((short) 1)
                .putShort((short) 0x0112).putShort((short) 3).putInt(1).putShort((short) orientation).putShort((short) 0)
                .putInt(0).array();
    }

    private static Picture decode(Path file) throws IOException {
        ImageHeader header;
        try (var channel = Files.newByteChannel(file)) {
            header = new ImageHeaderReader(ImageLimits.DEFAULT).read(channel);
        }
        var orientation = new PhotoMetadataReader(MetadataLimits.DEFAULT).read(file, header.format()).orientation();
        return new PictureDecoder(Duration.ofMinutes(2)).decode(file, header, orientation, 4_000);
    }

    /** The mean difference of a color value. */
    private static double difference(Picture one, Picture other) {
        assertThat(one.width() + "x" + one.height()).isEqualTo(other.width() + "x" + other.height());
        var sum = 0L;
        for (var at = 0; at < one.pixels().length; at++) {
            for (var shift = 0; shift < 24; shift += 8) {
                sum += Math.abs((one.pixels()[at] >> shift & 0xFF) - (other.pixels()[at] >> shift & 0xFF));
            }
        }
        return sum / (3.0 * one.pixels().length);
    }
}
