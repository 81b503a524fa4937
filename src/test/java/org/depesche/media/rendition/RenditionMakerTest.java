package org.depesche.media.rendition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;

import org.depesche.media.header.ImageFormat;
import org.depesche.media.header.ImageHeader;
import org.depesche.media.header.ImageHeaderReader;
import org.depesche.media.header.ImageLimits;
import org.depesche.media.header.ImageRefusal;
import org.depesche.media.metadata.MetadataLimits;
import org.depesche.media.metadata.Orientation;
import org.depesche.media.metadata.PhotoMetadataReader;
import org.depesche.media.picture.Crop;
import org.depesche.media.picture.DamagedPicture;
import org.depesche.media.picture.ImageReaders;
import org.depesche.media.picture.Picture;
import org.depesche.media.picture.PictureDecoder;
import org.depesche.media.picture.PixelBudget;
import org.depesche.testkit.SharedMaterial;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.drew.imaging.jpeg.JpegMetadataReader;
import com.drew.imaging.jpeg.JpegProcessingException;
import com.drew.imaging.riff.RiffProcessingException;
import com.drew.imaging.webp.WebpMetadataReader;
import com.drew.metadata.Metadata;
import com.luciad.imageio.webp.WebPImageWriterSpi;

class RenditionMakerTest {

    private static final RightsPacket RIGHTS = new RightsPacket("Jo Baum", "Jo Baum/Agentur", "© Jo Baum", "Nur redaktionell",
            "https://agency.example/terms", "Agentur", "https://agency.example/buy",
            "http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture", "http://ns.useplus.org/ldf/vocab/DMI-PROHIBITED",
            null);
    private static final RenditionWidths WIDTHS = new RenditionWidths(List.of(320, 640, 1280), 2560);

    private static final Pattern ALLOWED_XMP = Pattern.compile("dc:creator\\[1]|(dc:rights|xmpRights:UsageTerms)\\[1](/.*)?"
            + "|photoshop:Credit|xmpRights:WebStatement|Iptc4xmpExt:DigitalSourceType|plus:DataMining"
            + "|plus:Licensor\\[1]/plus:Licensor(Name|URL)");
    private static final Pattern ALLOWED_TAGS = Pattern.compile("ICC Profile/.*|Huffman/Number of Tables|XMP/XMP Value Count"
            + "|JFIF/(Version|Resolution Units|[XY] Resolution|Thumbnail (Width|Height) Pixels)"
            + "|JPEG/(Compression Type|Data Precision|Image Height|Image Width|Number of Components|Component \\d)"
            + "|WebP/(Image Height|Image Width|Has Alpha|Is Animation)");

    private final RenditionMaker maker = new RenditionMaker(WIDTHS, 0.82f, 0.75f, 2);

    @TempDir
    Path folder;

    /** A low picture has the same widths as a high one, and is made sooner. */
    @ParameterizedTest
    @CsvSource({ "100,'100'", "319,'319'", "320,'320'", "321,'320 321'", "1279,'320 640 1279'",
            "4000,'320 640 1280 2560'" })
    void noWidthIsAboveThatOfThePicture(int width, String expected) throws IOException {
        var files = new HashMap<String, byte[]>();
        var made = maker.make(Picture.of(TestPictures.draw(width, 100)), 0.5, 0.5, new byte[0], files::put);

        assertThat(String.join(" ", made.widths().get(Crop.ORIGINAL).stream().map(String::valueOf).toList()))
                .isEqualTo(expected);
        for (var file : files.entrySet()) {
            assertThat(header(file.getValue()).width()).describedAs(file.getKey())
                    .isEqualTo(Integer.parseInt(file.getKey().split("[-.]")[1])).isLessThanOrEqualTo(width);
        }
        made.widths().values().forEach(widths -> assertThat(widths).isSorted().doesNotHaveDuplicates());
    }

    @Test
    void everyFileHasTheWidthOfItsNameAndTheShapeOfItsCrop() throws IOException {
        var files = make(decode(TestPictures.jpeg(700, 500), ImageFormat.JPEG), RIGHTS);

        assertThat(files).hasSize(2 * (3 + 3 + 3 + 2)); // original 700, 16:9 700, 4:3 667, 1:1 500
        for (var file : files.entrySet()) {
            var header = header(file.getValue());
            var name = file.getKey().split("[-.]");
            assertThat(header.width()).describedAs(file.getKey()).isEqualTo(Integer.parseInt(name[1]));
            var ratio = Map.of("original", 1.4, "16x9", 16.0 / 9, "4x3", 4.0 / 3, "1x1", 1.0).get(name[0]);
            assertThat((double) header.width() / header.height()).describedAs(file.getKey()).isBetween(ratio - 0.02,
                    ratio + 0.02);
        }
    }

    /** They are part of the addresses, behind which nothing ever changes. */
    @Test
    void everySettingIsPartOfTheDescription() {
        var all = List.of(maker, new RenditionMaker(new RenditionWidths(List.of(320, 640), 2560), 0.82f, 0.75f, 2),
                new RenditionMaker(new RenditionWidths(List.of(320, 640, 1280), 1280), 0.82f, 0.75f, 2),
                new RenditionMaker(WIDTHS, 0.8f, 0.75f, 2), new RenditionMaker(WIDTHS, 0.82f, 0.7f, 2),
                new RenditionMaker(WIDTHS, 0.82f, 0.75f, 3));

        assertThat(all.stream().map(RenditionMaker::settings)).doesNotHaveDuplicates();
        assertThat(new RenditionMaker(WIDTHS, 0.82f, 0.75f, 2).settings()).isEqualTo(maker.settings());
        assertThat(maker.settings()).startsWith("2 Ladder[widths=[320, 640, 1280], maxWidth=2560] [jpg 0.82");
    }

    @Test
    void theFocalPointStaysInTheCrop() throws IOException {
        var picture = decode(TestPictures.jpeg(800, 400), ImageFormat.JPEG);
        var left = new HashMap<String, byte[]>();
        maker.make(picture, 0.05, 0.1, new byte[0], left::put);
        var right = new HashMap<String, byte[]>();
        maker.make(picture, 0.95, 0.1, new byte[0], right::put);

        assertThat(DominantColor.of(decode(left.get("1x1-400.jpg"), ImageFormat.JPEG))).matches("#[89ab-f].0.0.|#.{6}")
                .isNotEqualTo(DominantColor.of(decode(right.get("1x1-400.jpg"), ImageFormat.JPEG)));
    }

    /** An allow-list: these directories and the rights packet, nothing else. */
    @Test
    void aFileHoldsNothingButTheRightsPacket() throws Exception {
        var photo = SharedMaterial.file("data/photos/gps/DSCN0010.jpg");
        var files = make(decode(Files.readAllBytes(photo), ImageFormat.JPEG), RIGHTS);
        for (var file : files.entrySet()) {
            var metadata = read(file);
            var directories = new TreeSet<String>();
            for (var directory : metadata.getDirectories()) {
                directories.add(directory.getName());
            }

            assertThat(Set.of("JPEG", "JFIF", "XMP", "Huffman", "WebP", "ICC Profile")).containsAll(directories);
            var found = new PhotoMetadataReader(MetadataLimits.DEFAULT).read(
                    Files.write(folder.resolve("read-back"), file.getValue()),
                    file.getKey().endsWith("jpg") ? ImageFormat.JPEG : ImageFormat.WEBP);
            assertThat(found.raw().xmp().keySet()).allMatch(ALLOWED_XMP.asMatchPredicate());
            assertThat(found.raw().exif()).isEmpty();
            assertThat(found.raw().iim()).isEmpty();
            assertThat(tags(metadata)).describedAs(file.getKey()).allMatch(ALLOWED_TAGS.asMatchPredicate());
            assertThat(found.rights()).extracting("creator", "credit", "copyright", "usageTerms", "webStatement",
                    "licensorName", "licensorUrl").containsExactly("Jo Baum", "Jo Baum/Agentur", "© Jo Baum",
                            "Nur redaktionell", "https://agency.example/terms", "Agentur", "https://agency.example/buy");
            assertThat(found.production().digitalSourceType()).endsWith("digitalCapture");
        }
    }

    /** What a decoder needs to know, by directory and tag. No thumbnail, no maker note, no place is among it. */
    private static Set<String> tags(Metadata metadata) {
        var tags = new TreeSet<String>();
        metadata.getDirectories().forEach(
                directory -> directory.getTags().forEach(tag -> tags.add(directory.getName() + "/" + tag.getTagName())));
        return tags;
    }

    private static Metadata read(Map.Entry<String, byte[]> file)
            throws IOException, JpegProcessingException, RiffProcessingException {
        var in = new ByteArrayInputStream(file.getValue());
        return file.getKey().endsWith("jpg") ? JpegMetadataReader.readMetadata(in) : WebpMetadataReader.readMetadata(in);
    }

    @Test
    void theEightOrientationsRenderToTheSamePicture() throws IOException {
        var upright = upright("data/photos/orientation/landscape_1.jpg");
        for (var orientation = 2; orientation <= 8; orientation++) {
            var turned = upright("data/photos/orientation/landscape_" + orientation + ".jpg");

            assertThat(turned.width()).isEqualTo(600);
            assertThat(turned.height()).isEqualTo(450);
            assertThat(difference(upright, turned)).describedAs("orientation " + orientation).isLessThan(3);
        }
    }

    /** Three corners that all differ show a wrong turn that a symmetric picture would hide. */
    @Test
    void eachOrientationIsUndone() {
        var stored = new Picture(3, 2, false, new int[] { 1, 2, 3, 4, 5, 6 });

        assertThat(stored.upright(Orientation.MIRRORED).pixels()).containsExactly(3, 2, 1, 6, 5, 4);
        assertThat(stored.upright(Orientation.TURNED_180).pixels()).containsExactly(6, 5, 4, 3, 2, 1);
        assertThat(stored.upright(Orientation.FLIPPED).pixels()).containsExactly(4, 5, 6, 1, 2, 3);
        assertThat(stored.upright(Orientation.TRANSPOSED).pixels()).containsExactly(1, 4, 2, 5, 3, 6);
        assertThat(stored.upright(Orientation.TURNED_RIGHT).pixels()).containsExactly(4, 1, 5, 2, 6, 3);
        assertThat(stored.upright(Orientation.TRANSVERSED).pixels()).containsExactly(6, 3, 5, 2, 4, 1);
        assertThat(stored.upright(Orientation.TURNED_LEFT).pixels()).containsExactly(3, 6, 2, 5, 1, 4);
    }

    @Test
    void aTruncatedPictureIsDamaged() throws IOException {
        var jpeg = TestPictures.jpeg(600, 400);
        for (var percent = 1; percent < 100; percent += 7) {
            var cut = Arrays.copyOf(jpeg, jpeg.length * percent / 100);
            assertThatThrownBy(() -> decode(cut, ImageFormat.JPEG)).describedAs(percent + " %")
                    .isInstanceOfAny(DamagedPicture.class, ImageRefusal.class);
        }
        var real = SharedMaterial.file("data/photos/broken/sharp-truncated.jpg");
        assertThatThrownBy(() -> decode(Files.readAllBytes(real), ImageFormat.JPEG)).isInstanceOf(DamagedPicture.class);
    }

    @Test
    void transparencyStaysInWebpAndIsWhiteInJpeg() throws IOException {
        var logo = new BufferedImage(400, 300, BufferedImage.TYPE_INT_ARGB);
        var graphics = logo.createGraphics();
        graphics.setColor(Color.RED);
        graphics.fillOval(100, 50, 200, 200);
        graphics.dispose();

        var files = make(decode(TestPictures.png(logo), ImageFormat.PNG), RIGHTS);

        var webp = decode(files.get("original-400.webp"), ImageFormat.WEBP);
        assertThat(webp.hasAlpha()).isTrue();
        assertThat(webp.pixels()[0] >>> 24).isZero();
        assertThat(webp.pixels()[150 * 400 + 200] >>> 24).isEqualTo(255);
        var jpeg = decode(files.get("original-400.jpg"), ImageFormat.JPEG);
        assertThat(jpeg.pixels()[0]).isEqualTo(0xFFFFFFFF);
    }

    /** Transparent pixels are black in many files. Scaled with them, the edge of a light logo becomes dark. */
    @Test
    void scalingLeavesNoFringe() throws IOException {
        var logo = new BufferedImage(400, 300, BufferedImage.TYPE_INT_ARGB);
        for (var y = 0; y < 300; y++) {
            for (var x = 0; x < 400; x++) {
                logo.setRGB(x, y, Math.hypot(x - 200, y - 150) < 100 ? 0xFFFFFFFF : 0);
            }
        }

        var small = Scaler.scale(decode(TestPictures.png(logo), ImageFormat.PNG), 90, 67);

        for (var pixel : small.pixels()) {
            var alpha = pixel >>> 24;
            assertThat(new int[] { pixel >> 16 & 0xFF, pixel >> 8 & 0xFF, pixel & 0xFF })
                    .containsExactly(alpha, alpha, alpha); // premultiplied white
        }
        assertThat(small.pixels()[0]).isZero();
    }

    /** No format is decoded for longer than the deadline, and none of a large picture into more memory than is wanted. */
    @Test
    void decodingHasADeadline() throws IOException {
        var late = new PictureDecoder(Duration.ofNanos(1));
        var drawn = TestPictures.draw(600, 400);
        var webp = WebpEncoder.find(1, 0).orElseThrow().encode(EncoderInput.of(Picture.of(drawn)), new byte[0]);
        for (var content : List.of(TestPictures.jpeg(600, 400), TestPictures.png(drawn), TestPictures.encode(drawn, "gif"),
                webp, TestPictures.encode(drawn, "tiff"))) {
            var header = header(content);
            assertThatThrownBy(() -> late.decode(folder.resolve("file"), header, Orientation.UPRIGHT, 4_000))
                    .describedAs(header.format().name()).isInstanceOf(DamagedPicture.class).hasMessageContaining("too long");
        }
    }

    @Test
    void aLargePhotoIsReadInSteps() throws IOException {
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        var header = header(TestPictures.jpeg(6_000, 4_000));
        var decoder = new PictureDecoder(Duration.ofMinutes(2));
        decoder.decode(folder.resolve("file"), header, Orientation.UPRIGHT, 256);
        var before = threads.getCurrentThreadAllocatedBytes();

        var small = decoder.decode(folder.resolve("file"), header, Orientation.UPRIGHT, 256);

        assertThat(small.width()).isBetween(512, 1_024);
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(6_000L * 4_000 * 3 / 4);
    }

    @Test
    void anIndexedPictureWithATransparentColorIsTransparent() throws IOException {
        var model = new IndexColorModel(8, 2, new byte[] { 0, (byte) 255 }, new byte[] { 0, 0 },
                new byte[] { 0, 0 }, 0);
        var indexed = new BufferedImage(64, 64, BufferedImage.TYPE_BYTE_INDEXED, model);

        assertThat(decode(TestPictures.png(indexed), ImageFormat.PNG).hasAlpha()).isTrue();
        assertThat(decode(TestPictures.encode(indexed, "gif"), ImageFormat.GIF).hasAlpha()).isTrue();
    }

    @Test
    void everyRealPictureIsDecodedOrRefused() throws IOException {
        for (var name : List.of("formats/4.webp", "formats/tm-1.webp", "formats/animated-loop-3.webp",
                "formats/animated-loop-3.gif", "exiftool/PNG.png",
                "broken/sharp-Channel_digital_image_CMYK_color_no_profile.jpg", "cameras/Nikon_D70.jpg")) {
            var bytes = Files.readAllBytes(SharedMaterial.file("data/photos/" + name));
            var picture = decode(bytes, header(bytes).format());

            assertThat(picture.width()).describedAs(name).isEqualTo(header(bytes).width());
        }
    }

    @Test
    void anAnimationIsShownByWhatAppearsFirst() throws IOException {
        var empty = new BufferedImage(40, 30, BufferedImage.TYPE_INT_ARGB);
        var red = new BufferedImage(40, 30, BufferedImage.TYPE_INT_ARGB);
        red.createGraphics().fillRect(10, 10, 20, 10);

        var picture = decode(gif(empty, empty, red), ImageFormat.GIF);
        var other = decode(gif(red, empty), ImageFormat.GIF);

        for (var shown : List.of(picture, other)) {
            assertThat(shown.width()).isEqualTo(40);
            assertThat(shown.pixels()[0] >>> 24).isZero();
            assertThat(shown.pixels()[15 * 40 + 15]).isEqualTo(0xFFFFFFFF);
        }
        assertThat(decode(gif(empty, empty), ImageFormat.GIF).height()).isEqualTo(30);
    }

    @Test
    void aFrameThatIsSmallerThanTheCanvasStaysInItsPlace() throws IOException {
        var gif = gif(new BufferedImage(10, 5, BufferedImage.TYPE_INT_RGB));
        ByteBuffer.wrap(gif).order(ByteOrder.LITTLE_ENDIAN).putShort(6, (short) 40).putShort(8, (short) 30);

        var picture = decode(gif, ImageFormat.GIF);

        assertThat(picture.width()).isEqualTo(40);
        assertThat(picture.height()).isEqualTo(30);
        assertThat(picture.pixels()[4 * 40 + 9]).isEqualTo(0xFF000000);
        assertThat(picture.pixels()[4 * 40 + 10] >>> 24).isZero();
    }

    private static byte[] gif(BufferedImage... frames) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var writer = ImageIO.getImageWritersByFormatName("gif").next();
        try (var out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.prepareWriteSequence(null);
            for (var frame : frames) {
                writer.writeToSequence(new IIOImage(frame, null, null), null);
            }
            writer.endWriteSequence();
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    @Test
    void anOperatorMayAcceptWhatIsLeftOfAPicture() throws IOException {
        var jpeg = TestPictures.jpeg(600, 400);
        Files.write(folder.resolve("file"), Arrays.copyOf(jpeg, jpeg.length / 2));
        var decoder = new PictureDecoder(Duration.ofMinutes(2));
        var header = header(Files.readAllBytes(folder.resolve("file")));

        assertThatThrownBy(() -> decoder.decode(folder.resolve("file"), header, Orientation.UPRIGHT, 4_000))
                .isInstanceOf(DamagedPicture.class);
        assertThat(decoder.acceptingDamaged(true).decode(folder.resolve("file"), header, Orientation.UPRIGHT, 4_000).width())
                .isEqualTo(600);
    }

    /** Older libraries carry libwebp 1.0, which has a known hole (CVE-2023-4863). */
    @Test
    void theEncoderOfWebpIsNew() throws IOException {
        var source = WebPImageWriterSpi.class.getProtectionDomain().getCodeSource().getLocation().getPath();
        var version = Pattern.compile("webp-imageio-(\\d+)\\.(\\d+)\\.").matcher(source);

        assertThat(version.find()).describedAs(source).isTrue();
        assertThat(Integer.parseInt(version.group(1)) * 1_000 + Integer.parseInt(version.group(2))).isGreaterThanOrEqualTo(11);
        assertThat(nativeVersions()).isNotEmpty().allMatch(minor -> minor >= 6);
        assertThat(System.getProperty("java.class.path")).doesNotContain("sejda", "gotson", "commons-imaging", "jvips");
        assertThat(Files.readString(Path.of("pom.xml"))).doesNotContain("org.sejda.imageio", "com.github.gotson");
    }

    /**
     * The second numbers of the versions 1.x that functions of the native library return: {@code WebPGetEncoderVersion} is
     * {@code mov eax, 0x010600; ret}.
     */
    private static List<Integer> nativeVersions() throws IOException {
        try (var library = WebPImageWriterSpi.class.getResourceAsStream("/native/Linux/x86_64/libwebp-imageio.so")) {
            var code = new String(library.readAllBytes(), StandardCharsets.ISO_8859_1);
            return Pattern.compile("\u00B8[\u0000-\u00FF]([\u0000-\u00FF])\u0001\u0000\u00C3").matcher(code).results()
                    .map(match -> (int) match.group(1).charAt(0)).toList();
        }
    }

    @Test
    void onlyChosenReadersAreRegistered() throws IOException {
        ImageReaders.of(ImageFormat.JPEG);
        var names = new TreeSet<String>();
        IIORegistry.getDefaultInstance().getServiceProviders(ImageReaderSpi.class, false)
                .forEachRemaining(spi -> names.add(spi.getClass().getName()));

        assertThat(names).containsExactly("com.sun.imageio.plugins.gif.GIFImageReaderSpi",
                "com.sun.imageio.plugins.jpeg.JPEGImageReaderSpi", "com.sun.imageio.plugins.png.PNGImageReaderSpi",
                "com.twelvemonkeys.imageio.plugins.jpeg.JPEGImageReaderSpi",
                "com.twelvemonkeys.imageio.plugins.tiff.TIFFImageReaderSpi",
                "com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi");
    }

    @Test
    void scalingKeepsFlatColorsAndEdges() {
        var flat = new int[1000 * 10];
        Arrays.fill(flat, 0xFF3A5F7D);

        assertThat(Arrays.stream(Scaler.scale(new Picture(1000, 10, false, flat), 333, 3).pixels()).distinct().toArray())
                .containsExactly(0xFF3A5F7D);
    }

    @Test
    void theBudgetBoundsPixelsAndNotPictures() throws Exception {
        var budget = new PixelBudget(1_000_000);

        var inner = budget.call(600_000, Duration.ofSeconds(1),
                () -> budget.call(600_000, Duration.ofMillis(10), () -> "second").isPresent());
        var small = budget.call(600_000, Duration.ofSeconds(1),
                () -> budget.call(300_000, Duration.ofMillis(10), () -> "second").isPresent());

        assertThat(inner).contains(false);
        assertThat(small).contains(true);
        assertThat(budget.call(900_000_000, Duration.ofMillis(10), () -> "alone")).contains("alone");
    }

    @Test
    void aPreviewAndAColorAreFound() throws IOException {
        var picture = decode(TestPictures.jpeg(300, 200), ImageFormat.JPEG);

        assertThat(RenditionMaker.blurHash(picture)).hasSize(28);
        assertThat(RenditionMaker.dominantColor(picture)).matches("#[0-9a-f]{6}");
    }

    private Map<String, byte[]> make(Picture picture, RightsPacket rights) throws IOException {
        var files = new HashMap<String, byte[]>();
        maker.make(picture, 0.5, 0.5, rights.toXmp(), files::put);
        return files;
    }

    private Picture upright(String name) throws IOException {
        var file = SharedMaterial.file(name);
        var metadata = new PhotoMetadataReader(MetadataLimits.DEFAULT).read(file, ImageFormat.JPEG);
        return new PictureDecoder(Duration.ofMinutes(2)).decode(file, header(Files.readAllBytes(file)),
                metadata.orientation(), 4_000);
    }

    /** The mean difference of a color value. */
    private static double difference(Picture one, Picture other) {
        var first = Scaler.scale(one, 60, 45).pixels();
        var second = Scaler.scale(other, 60, 45).pixels();
        var sum = 0L;
        for (var at = 0; at < first.length; at++) {
            for (var shift = 0; shift < 24; shift += 8) {
                sum += Math.abs((first[at] >> shift & 0xFF) - (second[at] >> shift & 0xFF));
            }
        }
        return sum / (3.0 * first.length);
    }

    private Picture decode(byte[] content, ImageFormat format) throws IOException {
        var header = header(content);
        assertThat(header.format()).isEqualTo(format);
        return new PictureDecoder(Duration.ofMinutes(2)).decode(folder.resolve("file"), header, Orientation.UPRIGHT, 4_000);
    }

    private ImageHeader header(byte[] content) throws IOException {
        var file = Files.write(folder.resolve("file"), content);
        try (var channel = Files.newByteChannel(file)) {
            return new ImageHeaderReader(ImageLimits.DEFAULT).read(channel);
        }
    }
}
