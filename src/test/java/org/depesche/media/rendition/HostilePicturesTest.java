package org.depesche.media.rendition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;

import org.depesche.media.header.ImageHeaderReader;
import org.depesche.media.header.ImageLimits;
import org.depesche.media.header.ImageRefusal;
import org.depesche.media.metadata.MetadataLimits;
import org.depesche.media.metadata.Orientation;
import org.depesche.media.metadata.PhotoFile;
import org.depesche.media.metadata.PhotoMetadataReader;
import org.depesche.media.picture.DamagedPicture;
import org.depesche.media.picture.PictureDecoder;
import org.depesche.testkit.ProcessorTime;
import org.depesche.testkit.SharedMaterial;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.sun.management.ThreadMXBean;

/**
 * What an upload does with hostile files: header, metadata, a small picture. Each is refused or contained, in less than a
 * second of processor time, with few bytes. The bytes that a thread allocates are more than the heap can grow, and the same
 * in each run.
 */
class HostilePicturesTest {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final Duration LONGEST = Duration.ofSeconds(1);
    private static final long MOST_BYTES = 16L << 20;
    private static final int PREVIEW = 256;

    private final ImageHeaderReader headers = new ImageHeaderReader(ImageLimits.DEFAULT);
    private final PhotoMetadataReader metadata = new PhotoMetadataReader(MetadataLimits.DEFAULT);
    private final PictureDecoder decoder = new PictureDecoder(Duration.ofSeconds(10));

    @TempDir
    Path folder;

    /** @param bytes that the thread allocated */
    private record Outcome(boolean isRefused, Duration time, long bytes) {
    }

    @Test
    void whatClaimsTooMuchIsRefusedByItsHeader() throws IOException {
        var files = new TreeMap<String, byte[]>(Map.of("a PNG of 50 bytes", png(100_000, 100_000),
                "a PNG within the limits of sides", png(20_000, 5_000), "a GIF that is a flood", gif(60_000, 60_000, 1),
                "a GIF with too many frames", gif(10, 10, 1_001), "a WebP that is a flood", webp(16_384, 16_384),
                "a TIFF that is a flood", tiff(60_000, 60_000), "a TIFF whose pages are a circle", circle(),
                "a JPEG that is a flood", jpeg(65_535, 65_535), "a line", png(20_000, 1)));
        files.put("a real JPEG of 280 megapixels", SharedMaterial.bytes("data/photos/broken/sharp-giant-image.jpg"));

        for (var file : files.entrySet()) {
            var outcome = upload(file.getValue());
            assertThat(outcome.isRefused()).describedAs(file.getKey()).isTrue();
            assertContained(file.getKey(), outcome);
        }
    }

    @Test
    void brokenAndMaliciousPhotosAreRefusedOrContained() throws IOException {
        for (var kind : List.of("broken", "malicious")) {
            try (var files = Files.list(SharedMaterial.file("data/photos/" + kind))) {
                for (var file : files.sorted().toList()) {
                    assertContained(file.toString(), upload(Files.readAllBytes(file)));
                }
            }
        }
    }

    /** A picture that another kind of file hides in, or that hides one. */
    @Test
    void polyglotsAreWhatTheirContentIsOrRefused() throws IOException {
        var jpeg = TestPictures.jpeg(200, 150);
        for (var other : List.of("<?php phpinfo(); ?>", "<svg onload='x()'/>", "PK\3\4", "%PDF-1.7", "GIF89a")) {
            var text = other.getBytes(StandardCharsets.ISO_8859_1);
            assertThat(upload(concat(text, jpeg)).isRefused()).describedAs(other).isTrue();
            assertContained(other, upload(concat(jpeg, text)));
        }
    }

    @Test
    void metadataThatExplodesIsContained() throws IOException {
        var many = new PhotoFile();
        for (var segment = 0; segment < 4_000; segment++) {
            many.segment(0xE1, "http://ns.adobe.com/xmp/extension/\0".getBytes(StandardCharsets.US_ASCII),
                    "%032d".formatted(segment).getBytes(StandardCharsets.US_ASCII),
                    ByteBuffer.allocate(8).putInt(4 << 20).array(), new byte[100]);
        }
        var nested = "<a>".repeat(15_000);
        var deep = new PhotoFile().xmp("<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">" + nested, StandardCharsets.UTF_8);
        var laughs = new PhotoFile().xmp("<!DOCTYPE l [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;\">"
                + "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;\">]><l>&c;</l>", StandardCharsets.UTF_8);

        for (var file : Map.of("segments", many, "depth", deep, "laughs", laughs).entrySet()) {
            var outcome = upload(file.getValue().bytes());
            assertThat(outcome.time()).describedAs(file.getKey()).isLessThan(LONGEST);
            assertThat(outcome.bytes()).describedAs(file.getKey()).isLessThan(2 * MOST_BYTES);
        }
    }

    /** Java's own decoder inflates all of them, and takes a chunk of pixels for a stream of its own. */
    @Test
    void whatAPngFileHidesBesideItsPixelsIsNotRead() throws IOException {
        var bomb = deflated(new byte[40 << 20]);
        var chunks = Map.of("text", chunk("zTXt", "Comment\0\0", bomb), "named text", chunk("iTXt", "Comment\0\1\0\0\0", bomb),
                "profile", chunk("iCCP", "x\0\0", bomb));
        for (var hidden : chunks.entrySet()) {
            var outcome = upload(pngWith(hidden.getValue()));
            assertThat(outcome.isRefused()).describedAs(hidden.getKey()).isFalse();
            assertContained(hidden.getKey(), outcome);
        }
        var packet = upload(pngWith(chunk("iTXt", "XML:com.adobe.xmp\0\1\0\0\0", bomb)));
        assertThat(packet.bytes()).describedAs("its beginning is metadata").isLessThan(4 * MOST_BYTES);
        assertContained("no pixels in many chunks", upload(pngWith(chunk("IDAT", "", new byte[0]), 20_000)));
        var flood = Files.write(folder.resolve("flood"), pngWith(chunk("IDAT", "", new byte[0]), 200_001));
        try (var channel = Files.newByteChannel(flood)) {
            assertThatThrownBy(() -> headers.read(channel)).isInstanceOf(ImageRefusal.class)
                    .hasMessageContaining("200000 chunks");
        }
    }

    /** Too many bytes as they are, or as they are stored. */
    @Test
    void anUploaderLearnsThatAProfileIsTooLarge() throws IOException {
        var noise = new byte[5 << 20];
        new Random(7).nextBytes(noise);
        for (var profile : List.of(deflated(new byte[5 << 20]), deflated(noise))) {
            assertThat(warnings(pngWith(chunk("iCCP", "x\0\0", profile)))).singleElement().asString().contains("4 MiB");
        }
        assertThat(warnings(pngWith(chunk("iCCP", "x\0\0", deflated(new byte[4 << 20]))))).isEmpty();
        assertThat(warnings(pngWith(chunk("iCCP", "x\0\0", new byte[10])))).describedAs("a broken one").isEmpty();
        assertThat(warnings(pngWith(chunk("iCCP", "x".repeat(80) + "\0\0", deflated(new byte[5 << 20])))))
                .describedAs("a name that is too long").isEmpty();
        assertThat(warnings(pngWith(chunk("tEXt", "x\0", new byte[10])))).isEmpty();
    }

    private List<String> warnings(byte[] content) throws IOException {
        var file = Files.write(folder.resolve("upload"), content);
        try (var channel = Files.newByteChannel(file)) {
            return decoder.warnings(file, headers.read(channel));
        }
    }

    /** 256 by 256 at 100 megapixels, and one row a strip. The parts are all at one place, which makes the file small. */
    @Test
    void aTiffFileOfManyTilesOrStripsIsAPicture() throws IOException {
        var tiles = parts(10_000, 10_000, 40 * 40, 256 * 256, new int[][] { { 322, 256 }, { 323, 256 } }, 324);
        try (var channel = Files.newByteChannel(Files.write(folder.resolve("tiles"), tiles))) {
            assertThat(headers.read(channel).width()).isEqualTo(10_000);
        }
        var strips = upload(parts(400, 20_000, 20_000, 400, new int[][] { { 278, 1 }, { 284, 1 } }, 273));
        assertThat(strips.isRefused()).isFalse();
    }

    /** @param offsets the tag of the places of the parts; that of their lengths is the next one, for strips 279 */
    private static byte[] parts(int width, int height, int count, int bytes, int[][] layout, int offsets) {
        var pixels = 8 + 2 + 11 * 12 + 4;
        var table = pixels + bytes;
        var lengths = offsets == 273 ? 279 : offsets + 1;
        var entries = new TreeMap<Integer, int[]>(Map.of(256, new int[] { 1, width }, 257, new int[] { 1, height }, 258,
                new int[] { 1, 8 }, 259, new int[] { 1, 1 }, 262, new int[] { 1, 1 }, 277, new int[] { 1, 1 }, 339,
                new int[] { 1, 1 }, offsets, new int[] { count, table }, lengths, new int[] { count, table + 4 * count }));
        for (var entry : layout) {
            entries.put(entry[0], new int[] { 1, entry[1] });
        }
        var tiff = ByteBuffer.allocate(table + 8 * count).order(ByteOrder.LITTLE_ENDIAN).put(tiff(10, 10), 0, 8)
                .putShort((short) entries.size());
        entries.forEach((tag, value) -> tiff.putShort(tag.shortValue()).putShort((short) 4).putInt(value[0]).putInt(value[1]));
        tiff.position(table);
        IntStream.range(0, count).forEach(part -> tiff.putInt(pixels));
        IntStream.range(0, count).forEach(part -> tiff.putInt(bytes));
        return tiff.array();
    }

    @Test
    void aTiffFileInAnUnknownCompressionIsNotCalledDamaged() throws IOException {
        var entries = new int[][] { { 256, 10 }, { 257, 10 }, { 258, 8 }, { 259, 50_000 }, { 262, 1 }, { 273, 8 }, { 277, 1 },
                { 278, 10 }, { 279, 100 } };
        var tiff = ByteBuffer.allocate(200).order(ByteOrder.LITTLE_ENDIAN).put(tiff(10, 10), 0, 8)
                .putShort((short) entries.length);
        for (var entry : entries) {
            tiff.putShort((short) entry[0]).putShort((short) 4).putInt(1).putInt(entry[1]);
        }
        var file = Files.write(folder.resolve("upload"), tiff.array());
        try (var channel = Files.newByteChannel(file)) {
            var header = headers.read(channel);
            assertThatThrownBy(() -> decoder.decode(file, header, Orientation.UPRIGHT, PREVIEW))
                    .isInstanceOf(DamagedPicture.class).hasMessageContaining("does not know");
        }
    }

    /** Entries that all claim the same bytes, and directories of nothing but entries. */
    @Test
    void aTiffFileOfManyValuesIsRefused() throws IOException {
        var same = ByteBuffer.allocate(8 + 2 + 12 * 1_002 + 4 + 4_000).order(ByteOrder.LITTLE_ENDIAN).put(tiff(10, 10), 0, 8)
                .putShort((short) 1_002).put(tiff(10, 10), 10, 24);
        for (var tag = 0; tag < 1_000; tag++) {
            same.putShort((short) (1_000 + tag)).putShort((short) 4).putInt(1_000).putInt(8);
        }
        var pages = ByteBuffer.allocate(8 + 900 * 1_806).order(ByteOrder.LITTLE_ENDIAN).put(tiff(10, 10), 0, 8);
        for (var page = 0; page < 900; page++) {
            pages.putShort((short) 150).put(tiff(10, 10), 10, 24);
            for (var tag = 0; tag < 148; tag++) {
                pages.putShort((short) (1_000 + tag)).putShort((short) 4).putInt(1).putInt(0);
            }
            pages.putInt(page == 899 ? 0 : pages.position() + 4);
        }
        for (var file : Map.of("values", same, "entries", pages).entrySet()) {
            var outcome = upload(file.getValue().array());
            assertThat(outcome.isRefused()).describedAs(file.getKey()).isTrue();
            assertContained(file.getKey(), outcome);
        }
    }

    /** Java's own decoder copies all parts before for each part. */
    @Test
    void whatAGifFileSaysBesideItsPixelsIsNotRead() throws IOException {
        var gif = SharedMaterial.bytes("data/photos/formats/animated-loop-3.gif");
        var behindTable = 13 + (3 << (gif[10] & 7) + 1);
        var part = new byte[256];
        part[0] = -1;
        for (var label : new byte[][] { { 0x21, (byte) 0xFE }, { 0x21, (byte) 0xFF, 3, 'a', 'b', 'c' }, { 0x21, 1 } }) {
            var extension = concat(concat(label, repeated(part, 20_000)), new byte[1]);
            var outcome = upload(concat(concat(Arrays.copyOf(gif, behindTable), extension),
                    Arrays.copyOfRange(gif, behindTable, gif.length)));
            assertThat(outcome.isRefused()).isFalse();
            assertContained("extension " + label[1], outcome);
        }
    }

    /** Each scan costs a decoder as much as all pixels. */
    @Test
    void aJpegFileOfManyScansOrSegmentsIsRefused() throws IOException {
        var jpeg = TestPictures.jpeg(200, 150);
        var scan = new byte[] { -1, (byte) 0xDA, 0, 8, 1, 1, 0, 0, 63, 0, 1, 2, 3 };
        var end = Arrays.copyOfRange(jpeg, 0, jpeg.length - 2);
        var segments = new PhotoFile();
        IntStream.range(0, 5_001).forEach(number -> segments.segment(0xE4, new byte[2]));
        var files = Map.of("scans", concat(concat(end, repeated(scan, 100)), new byte[] { -1, (byte) 0xD9 }),
                "segments", concat(segments.head(), Arrays.copyOfRange(jpeg, 2, jpeg.length)));
        for (var file : files.entrySet()) {
            var outcome = upload(file.getValue());
            assertThat(outcome.isRefused()).describedAs(file.getKey()).isTrue();
            assertContained(file.getKey(), outcome);
        }
        assertThat(upload(concat(jpeg, repeated(scan, 200))).isRefused()).describedAs("behind the picture").isFalse();
    }

    private static byte[] pngWith(byte[] chunk) {
        return pngWith(chunk, 1);
    }

    private static byte[] pngWith(byte[] chunk, int times) {
        var png = TestPictures.png(TestPictures.draw(100, 80));
        return concat(concat(Arrays.copyOf(png, 33), repeated(chunk, times)), Arrays.copyOfRange(png, 33, png.length));
    }

    private static byte[] repeated(byte[] part, int times) {
        var all = ByteBuffer.allocate(part.length * times);
        IntStream.range(0, times).forEach(number -> all.put(part));
        return all.array();
    }

    private static byte[] deflated(byte[] content) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DeflaterOutputStream(bytes)) {
            out.write(content);
        }
        return bytes.toByteArray();
    }

    private static byte[] chunk(String type, String start, byte[] content) {
        var head = (type + start).getBytes(StandardCharsets.ISO_8859_1);
        var crc = new CRC32();
        crc.update(head);
        crc.update(content);
        return ByteBuffer.allocate(8 + head.length + content.length).putInt(head.length - 4 + content.length).put(head)
                .put(content).putInt((int) crc.getValue()).array();
    }

    private static void assertContained(String name, Outcome outcome) {
        assertThat(outcome.time()).describedAs(name).isLessThan(LONGEST);
        assertThat(outcome.bytes()).describedAs(name).isLessThan(MOST_BYTES);
    }

    private Outcome upload(byte[] content) throws IOException {
        var file = Files.write(folder.resolve("upload"), content);
        var before = THREADS.getCurrentThreadAllocatedBytes();
        var start = ProcessorTime.ofThread();
        var isRefused = isRefused(file);
        return new Outcome(isRefused, ProcessorTime.ofThread().minus(start),
                THREADS.getCurrentThreadAllocatedBytes() - before);
    }

    private boolean isRefused(Path file) throws IOException {
        try (var channel = Files.newByteChannel(file)) {
            var header = headers.read(channel);
            var said = metadata.read(file, header.format());
            if (decoder.canDecode(header.format())) {
                var picture = decoder.decode(file, header, said.orientation(), PREVIEW);
                RenditionMaker.blurHash(picture);
            }
            return false;
        } catch (ImageRefusal | DamagedPicture refused) {
            return true;
        }
    }

    private static byte[] png(int width, int height) {
        var chunk = ByteBuffer.allocate(17).put("IHDR".getBytes(StandardCharsets.US_ASCII)).putInt(width).putInt(height)
                .put((byte) 8).put((byte) 2).array();
        var crc = new CRC32();
        crc.update(chunk);
        return ByteBuffer.allocate(50).put("\u0089PNG\r\n\u001A\n".getBytes(StandardCharsets.ISO_8859_1)).putInt(13).put(chunk)
                .putInt((int) crc.getValue()).array();
    }

    private static byte[] gif(int width, int height, int frames) {
        var file = new ByteArrayOutputStream();
        file.writeBytes(ByteBuffer.allocate(13).order(ByteOrder.LITTLE_ENDIAN)
                .put("GIF89a".getBytes(StandardCharsets.US_ASCII)).putShort((short) width).putShort((short) height).array());
        for (var frame = 0; frame < frames; frame++) {
            file.writeBytes(ByteBuffer.allocate(12).order(ByteOrder.LITTLE_ENDIAN).put((byte) 0x2C).putInt(0)
                    .putShort((short) width).putShort((short) height).put((byte) 0).put((byte) 2).put((byte) 0).array());
        }
        file.write(0x3B);
        return file.toByteArray();
    }

    /** A lossless one: 14 bits a side. */
    private static byte[] webp(int width, int height) {
        return ByteBuffer.allocate(30).order(ByteOrder.LITTLE_ENDIAN).put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(22)
                .put("WEBPVP8L".getBytes(StandardCharsets.US_ASCII)).putInt(10).put((byte) 0x2F)
                .putInt(width - 1 | height - 1 << 14).array();
    }

    private static byte[] tiff(int width, int height) {
        return ByteBuffer.allocate(38).order(ByteOrder.LITTLE_ENDIAN).put("II*\0".getBytes(StandardCharsets.US_ASCII)).putInt(8)
                .putShort((short) 2).putShort((short) 256).putShort((short) 4).putInt(1).putInt(width).putShort((short) 257)
                .putShort((short) 4).putInt(1).putInt(height).putInt(0).array();
    }

    private static byte[] circle() {
        var file = tiff(10, 10);
        ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putInt(34, 8);
        return file;
    }

    private static byte[] jpeg(int width, int height) {
        return ByteBuffer.allocate(23).putInt(0xFFD8FFC0).putShort((short) 17).put((byte) 8).putShort((short) height)
                .putShort((short) width).put(new byte[] { 3, 1, 0x11, 0, 2, 0x11, 0, 3, 0x11, 0, -1, (byte) 0xD9 }).array();
    }

    private static byte[] concat(byte[] first, byte[] second) {
        return ByteBuffer.allocate(first.length + second.length).put(first).put(second).array();
    }
}
