package org.depesche.media.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.DeflaterOutputStream;

import org.depesche.media.header.ImageFormat;
import org.depesche.testkit.ProcessorTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of a few bytes, written here: fields, charsets, precedence, limits and damage. */
class PhotoMetadataReaderTest {

    private static final String CAPTION = "Köln – „Größe“";
    private static final Charset CP1252 = Charset.forName("windows-1252");
    private static final byte[] UTF8_ESCAPE = "\u001B%G".getBytes(StandardCharsets.US_ASCII);

    @TempDir
    Path folder;

    @Test
    void theSameTextInSixEncodingsIsTheSameText() {
        var utf8 = CAPTION.getBytes(StandardCharsets.UTF_8);
        var twice = new String(utf8, CP1252).getBytes(StandardCharsets.UTF_8);
        var decomposed = Normalizer.normalize(CAPTION, Normalizer.Form.NFD).getBytes(StandardCharsets.UTF_8);

        assertThat(captions(new PhotoFile().iim(1, 90, UTF8_ESCAPE).iim(2, 120, utf8))).isEqualTo(CAPTION);
        assertThat(captions(new PhotoFile().iim(2, 120, utf8))).isEqualTo(CAPTION);
        assertThat(captions(new PhotoFile().iim(2, 120, CAPTION.getBytes(CP1252)))).isEqualTo(CAPTION);
        assertThat(captions(new PhotoFile().iim(1, 90, escape(".A")).iim(2, 120, CAPTION.getBytes(CP1252))))
                .isEqualTo(CAPTION);
        assertThat(captions(new PhotoFile().iim(1, 90, escape("-A")).iim(2, 120, CAPTION.getBytes(CP1252))))
                .isEqualTo(CAPTION);
        assertThat(captions(new PhotoFile().iim(1, 90, UTF8_ESCAPE).iim(2, 120, decomposed))).isEqualTo(CAPTION);
        assertThat(captions(new PhotoFile().iim(1, 90, escape(".A")).iim(2, 120, utf8))).isEqualTo(CAPTION);
        assertThat(captions(new PhotoFile().iim(1, 90, UTF8_ESCAPE).iim(2, 120, twice))).isEqualTo(CAPTION);
        assertThat(captions(new PhotoFile().xmp(xmpWithCaption(CAPTION), StandardCharsets.UTF_16BE))).isEqualTo(CAPTION);
        assertThat(captions(new PhotoFile().xmp(xmpWithCaption(new String(utf8, CP1252)), StandardCharsets.UTF_8)))
                .isEqualTo(CAPTION);
    }

    @Test
    void aRepairedTextIsTold() {
        var twice = new String(CAPTION.getBytes(StandardCharsets.UTF_8), CP1252).getBytes(StandardCharsets.UTF_8);

        assertThat(read(new PhotoFile().iim(2, 120, twice)).warnings()).anyMatch(text -> text.contains("encoded twice"));
        assertThat(read(new PhotoFile().iim(2, 120, CAPTION.getBytes(CP1252))).warnings()).isEmpty();
    }

    @Test
    void xmpWinsOverIimAndIimOverExif() {
        var both = new PhotoFile().iim(2, 110, "Cut after 32 byt".getBytes(StandardCharsets.US_ASCII))
                .iim(2, 116, "© IIM".getBytes(StandardCharsets.UTF_8))
                .xmp("<photoshop:Credit>Cut after 32 bytes, but not here</photoshop:Credit>");

        var photo = read(both);

        assertThat(photo.rights().credit()).isEqualTo("Cut after 32 bytes, but not here");
        assertThat(photo.rights().copyright()).isEqualTo("© IIM");
        assertThat(photo.raw().iim()).containsEntry("2:110 Credit", List.of("Cut after 32 byt"));
    }

    @Test
    void theNewerFieldsOfIptcAreRead() {
        var photo = read(new PhotoFile().xmp("""
                <Iptc4xmpCore:AltTextAccessibility><rdf:Alt><rdf:li xml:lang="de">Ein Hafen</rdf:li>\
                <rdf:li xml:lang="x-default">A port</rdf:li></rdf:Alt></Iptc4xmpCore:AltTextAccessibility>
                <Iptc4xmpCore:ExtDescrAccessibility><rdf:Alt><rdf:li xml:lang="x-default">Two ships.</rdf:li></rdf:Alt>\
                </Iptc4xmpCore:ExtDescrAccessibility>
                <Iptc4xmpExt:DigitalSourceType>http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia\
                </Iptc4xmpExt:DigitalSourceType>
                <Iptc4xmpExt:AISystemUsed>Painter</Iptc4xmpExt:AISystemUsed>
                <Iptc4xmpExt:AISystemVersionUsed>7</Iptc4xmpExt:AISystemVersionUsed>
                <Iptc4xmpExt:AIPromptInformation>A port at dawn</Iptc4xmpExt:AIPromptInformation>
                <Iptc4xmpExt:AIPromptWriterName>Jo Baum</Iptc4xmpExt:AIPromptWriterName>
                <Iptc4xmpExt:PersonInImage><rdf:Bag><rdf:li>Eva Meer</rdf:li></rdf:Bag></Iptc4xmpExt:PersonInImage>
                <Iptc4xmpExt:LocationCreated><rdf:Bag><rdf:li rdf:parseType="Resource"><Iptc4xmpExt:City>Emden\
                </Iptc4xmpExt:City><Iptc4xmpExt:CountryCode>DEU</Iptc4xmpExt:CountryCode></rdf:li></rdf:Bag>\
                </Iptc4xmpExt:LocationCreated>
                <p:DataMining>http://ns.useplus.org/ldf/vocab/DMI-PROHIBITED</p:DataMining>
                <p:Licensor><rdf:Seq><rdf:li rdf:parseType="Resource"><p:LicensorName>Agency</p:LicensorName>\
                <p:LicensorURL>https://agency.example/buy</p:LicensorURL></rdf:li></rdf:Seq></p:Licensor>
                <xmpRights:WebStatement>https://agency.example/terms</xmpRights:WebStatement>"""));

        assertThat(photo.description().alt()).isEqualTo("A port");
        assertThat(photo.description().extendedDescription()).isEqualTo("Two ships.");
        assertThat(photo.description().persons()).containsExactly("Eva Meer");
        assertThat(photo.production().digitalSourceType()).endsWith("trainedAlgorithmicMedia");
        assertThat(photo.production().aiSystem()).isEqualTo("Painter");
        assertThat(photo.production().aiSystemVersion()).isEqualTo("7");
        assertThat(photo.production().aiPrompt()).isEqualTo("A port at dawn");
        assertThat(photo.production().aiPromptWriter()).isEqualTo("Jo Baum");
        assertThat(photo.place().city()).isEqualTo("Emden");
        assertThat(photo.place().countryCode()).isEqualTo("DE");
        assertThat(photo.rights().dataMining()).endsWith("DMI-PROHIBITED");
        assertThat(photo.rights().licensorName()).isEqualTo("Agency");
        assertThat(photo.rights().licensorUrl()).isEqualTo("https://agency.example/buy");
        assertThat(photo.rights().webStatement()).isEqualTo("https://agency.example/terms");
    }

    @Test
    void countriesAreFoundByCodeAndByName() {
        assertThat(Countries.code("DE")).contains("DE");
        assertThat(Countries.code("deu")).contains("DE");
        assertThat(Countries.code("Deutschland")).contains("DE");
        assertThat(Countries.code("United Kingdom")).contains("GB");
        assertThat(Countries.code("Österreich")).contains("AT");
        assertThat(Countries.code("Atlantis")).isEmpty();
    }

    @Test
    void aCountryThatNobodyKnowsIsTold() {
        var unknown = read(new PhotoFile().xmp("<photoshop:Country>Atlantis</photoshop:Country>"
                + "<Iptc4xmpCore:CountryCode>XAT</Iptc4xmpCore:CountryCode>"));
        var known = read(new PhotoFile().xmp("<photoshop:Country>Atlantis</photoshop:Country>"
                + "<Iptc4xmpCore:CountryCode>XAT</Iptc4xmpCore:CountryCode>")
                .iim(2, 100, "DEU".getBytes(StandardCharsets.US_ASCII)));

        assertThat(unknown.place().country()).isEqualTo("Atlantis");
        assertThat(unknown.warnings()).containsExactly("The country is unknown, and not taken: XAT, Atlantis");
        assertThat(known.place().countryCode()).isEqualTo("DE");
        assertThat(known.warnings()).isEmpty();
    }

    @Test
    void allCreatorsAreKeptInTheirOrder() {
        var byLines = new PhotoFile().iim(2, 80, "Baum, Jo".getBytes(StandardCharsets.US_ASCII))
                .iim(2, 80, "Ada Kern".getBytes(StandardCharsets.US_ASCII));

        assertThat(read(byLines).rights().creator()).isEqualTo("Baum, Jo; Ada Kern");
        assertThat(read(new PhotoFile().xmp(
                "<dc:creator><rdf:Seq><rdf:li>Zoe Alt</rdf:li><rdf:li>Baum, Jo</rdf:li></rdf:Seq></dc:creator>"))
                .rights().creator()).isEqualTo("Zoe Alt; Baum, Jo");
    }

    @Test
    void otherPartsOfIso8859AreReadAsDeclared() {
        var caption = "Łódź, żółta gęś";

        assertThat(
                captions(new PhotoFile().iim(1, 90, escape("-B")).iim(2, 120, caption.getBytes(Charset.forName("ISO-8859-2")))))
                .isEqualTo(caption);
        assertThat(captions(new PhotoFile().iim(1, 90, escape("-L")).iim(2, 120, "Київ".replace('ї', 'и')
                .getBytes(Charset.forName("ISO-8859-5"))))).isEqualTo("Киив");
        assertThat(captions(new PhotoFile().iim(1, 90, escape("-B")).iim(2, 120, caption.getBytes(StandardCharsets.UTF_8))))
                .isEqualTo(caption);
    }

    @Test
    void xmpOfGifFilesEndsBeforeTheTrailer() {
        var gif = new ByteArrayOutputStream();
        gif.writeBytes("GIF89a\1\0\1\0\0\0\0!\u00FF\u000BXMP DataXMP".getBytes(StandardCharsets.ISO_8859_1));
        gif.writeBytes(xmpWithCaption("Größe > Länge").getBytes(StandardCharsets.UTF_8));
        gif.write(1);
        for (var length = 255; length >= 0; length--) {
            gif.write(length);
        }
        gif.writeBytes(new byte[] { 0, 0x3B });

        assertThat(read(gif.toByteArray(), ImageFormat.GIF, MetadataLimits.DEFAULT).description().caption())
                .isEqualTo("Größe > Länge");
    }

    @Test
    void aGifFileOfEmptyExtensionsEndsTheSearch() {
        var gif = ByteBuffer.allocate(13 + 3 * 1_100_000)
                .put("GIF89a\1\0\1\0\0\0\0".getBytes(StandardCharsets.ISO_8859_1));
        while (gif.hasRemaining()) {
            gif.put((byte) 0x21).put((byte) 0xF9).put((byte) 0);
        }

        assertThat(read(gif.array(), ImageFormat.GIF, MetadataLimits.DEFAULT).warnings())
                .containsExactly("The GIF file has more than 1000000 blocks; metadata behind them is not read.");
    }

    @Test
    void aFileOfTooManyPartsSaysThatNotAllOfItsMetadataIsRead() {
        var webp = parts("RIFF\0\0\0\0WEBP", "ABCD\0\0\0\0", 50_001);
        var png = parts("\u0089PNG\r\n\u001A\n", "\0\0\0\0abCd\0\0\0\0", 50_001);
        var jpeg = parts("\u00FF\u00D8", "\u00FF\u00FE\0\2", 5_001);
        var heif = parts("\0\0\0\u0010ftypheic\0\0\0\0", "\0\0\0\u0008free", 10_001);

        assertThat(read(webp, ImageFormat.WEBP, MetadataLimits.DEFAULT).warnings())
                .containsExactly("The WebP file has more than 50000 chunks; metadata behind them is not read.");
        assertThat(read(png, ImageFormat.PNG, MetadataLimits.DEFAULT).warnings())
                .containsExactly("The PNG file has more than 50000 chunks; metadata behind them is not read.");
        assertThat(read(jpeg, ImageFormat.JPEG, MetadataLimits.DEFAULT).warnings())
                .containsExactly("The JPEG file has more than 5000 segments; metadata behind them is not read.");
        assertThat(read(heif, ImageFormat.HEIC, MetadataLimits.DEFAULT).warnings())
                .contains("The HEIF file has more than 10000 boxes in one place; metadata behind them is not read.");
    }

    private static byte[] parts(String head, String part, int count) {
        return (head + part.repeat(count)).getBytes(StandardCharsets.ISO_8859_1);
    }

    @Test
    void profilesInTextsOfPngFilesAreReadWhoeverWroteThem() {
        var iim = "\u001C\2P\0\3Jo!".getBytes(StandardCharsets.ISO_8859_1);
        var resource = concat("8BIM\4\4\0\0\0\0\0\u0008".getBytes(StandardCharsets.ISO_8859_1), iim);

        for (var name : List.of("iptc", "IPTC profile", "generic profile")) {
            for (var content : List.of(iim, resource)) {
                var text = "Raw profile type iptc\0\n" + name + "\n       " + content.length + "\n"
                        + HexFormat.of().formatHex(content).replaceAll("(.{10})", "$1\n") + "\n";
                assertThat(read(png("tEXt", text), ImageFormat.PNG, MetadataLimits.DEFAULT).rights().creator())
                        .isEqualTo("Jo!");
            }
        }
    }

    @Test
    void iimInATiffFileMayBeStoredAsNumbers() {
        var iim = "\u001C\2P\0\3Jo!".getBytes(StandardCharsets.ISO_8859_1);
        var numbers = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putInt(0x1C025000).putInt(0x034A6F21).array();

        for (var stored : List.of(iim, numbers)) {
            var tiff = ByteBuffer.allocate(34).order(ByteOrder.LITTLE_ENDIAN).put((byte) 'I').put((byte) 'I')
                    .putShort((short) 42)
                    .putInt(8).putShort((short) 1).putShort((short) 33_723).putShort((short) 4).putInt(2).putInt(26).putInt(0)
                    .put(stored).array();
            assertThat(read(tiff, ImageFormat.TIFF, MetadataLimits.DEFAULT).rights().creator()).isEqualTo("Jo!");
        }
    }

    @Test
    void theCopyrightOfAnEditorIsAnotherLine() {
        assertThat(read(new PhotoFile().segment(0xE1, exifWith(0x8298, "Jo Baum \0Verlag Küste\0"))).rights().copyright())
                .isEqualTo("Jo Baum\nVerlag Küste");
        assertThat(read(new PhotoFile().segment(0xE1, exifWith(0x8298, "Jo Baum\0"))).rights().copyright())
                .isEqualTo("Jo Baum");
        assertThat(read(new PhotoFile().segment(0xE1, exifWith(0x8298, " \0Verlag\0"))).rights().copyright())
                .isEqualTo("Verlag");
    }

    @Test
    void aTimeIsCompletedByOtherRecordsOfTheSameMoment() {
        var day = PhotoTime.parse("2024-07-01").orElseThrow();
        var time = PhotoTime.parse("2024-07-01T12:00:00").orElseThrow();
        var exact = PhotoTime.parse("2024-07-01T12:00:00.5+02:00").orElseThrow();
        var other = PhotoTime.parse("2024-07-02T12:00:00+02:00").orElseThrow();

        assertThat(day.completedBy(time)).isEqualTo(time);
        assertThat(day.completedBy(time).completedBy(exact).toInstant(ZoneOffset.UTC)).isEqualTo("2024-07-01T10:00:00Z");
        assertThat(day.completedBy(other)).isEqualTo(day);
        assertThat(time.completedBy(other)).isEqualTo(time);
        assertThat(exact.completedBy(day)).isEqualTo(exact);
    }

    private static byte[] exifWith(int tag, String text) {
        var value = text.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(32 + value.length).put("Exif\0\0MM\0*".getBytes(StandardCharsets.ISO_8859_1)).putInt(8)
                .putShort((short) 1).putShort((short) tag).putShort((short) 2).putInt(value.length).putInt(26).putInt(0)
                .put(value).array();
    }

    private static byte[] png(String chunk, String text) {
        var content = text.getBytes(StandardCharsets.ISO_8859_1);
        return ByteBuffer.allocate(20 + content.length).put("\u0089PNG\r\n\u001A\n".getBytes(StandardCharsets.ISO_8859_1))
                .putInt(content.length).put(chunk.getBytes(StandardCharsets.US_ASCII)).put(content).putInt(0).array();
    }

    /** A pattern for line breaks between spaces would try each space as the beginning of a line break. */
    @Test
    void aProfileOfSpacesIsSkippedAtOnce() {
        var start = ProcessorTime.ofThread();

        var photo = read(png("tEXt", "Raw profile type iptc\0\niptc" + " ".repeat(4_000_000) + "x"), ImageFormat.PNG,
                MetadataLimits.DEFAULT);

        assertThat(photo.rights().creator()).isNull();
        assertThat(ProcessorTime.ofThread().minus(start)).isLessThan(Duration.ofSeconds(20));
    }

    private static byte[] concat(byte[] first, byte[] second) {
        return ByteBuffer.allocate(first.length + second.length).put(first).put(second).array();
    }

    @Test
    void entitiesOfXmpAreNeverResolved() throws IOException {
        var secret = Files.writeString(folder.resolve("secret"), "canary");
        for (var doctype : new String[] { "<!DOCTYPE x [<!ENTITY e SYSTEM \"" + secret.toUri() + "\">]>",
                "<!DOCTYPE x [<!ENTITY e \"canary\">]>", "<!DOCTYPE x SYSTEM \"" + secret.toUri() + "\">",
                "<!DOCTYPE x [<!ENTITY % p SYSTEM \"" + secret.toUri() + "\"> %p;]>" }) {
            var photo = read(new PhotoFile().iim(2, 110, "IIM".getBytes(StandardCharsets.US_ASCII))
                    .xmp(doctype + xmpWithCaption("&e;"), StandardCharsets.UTF_8));

            assertThat(photo.description().caption()).isNull();
            assertThat(photo.rights().credit()).isEqualTo("IIM");
            assertThat(photo.raw().toString()).doesNotContain("canary");
            assertThat(photo.warnings()).isNotEmpty();
        }
    }

    @Test
    void blocksAndTextsHaveLimits() {
        var limits = new MetadataLimits(1_000, 50, 3, 5);
        var keywords = new PhotoFile().iim(2, 120, "x".repeat(100).getBytes(StandardCharsets.US_ASCII));
        for (var keyword = 0; keyword < 20; keyword++) {
            keywords.iim(2, 25, ("k" + keyword).getBytes(StandardCharsets.US_ASCII));
        }

        var photo = read(keywords, limits);
        var large = read(new PhotoFile().xmp("<dc:title>" + "t".repeat(2_000) + "</dc:title>"), limits);

        assertThat(photo.description().caption()).hasSize(50);
        assertThat(photo.description().keywords()).hasSize(3);
        assertThat(large.raw().xmp()).isEmpty();
        assertThat(large.warnings()).anyMatch(text -> text.contains("1000 is the limit"));
    }

    @Test
    void allBlocksOfAFileTogetherHaveALimit() {
        var file = new PhotoFile();
        for (var packet = 0; packet < 5; packet++) {
            file.xmp(xmpWithCaption("x".repeat(500)), StandardCharsets.UTF_8);
        }

        var photo = read(file, new MetadataLimits(1_000, 1_000, 3, 5));

        assertThat(photo.description().caption()).hasSize(500);
        assertThat(photo.warnings()).singleElement().asString().endsWith("2000 in all are the limit.");
    }

    /** Twelve bytes are enough for a tag that claims a million bytes, all of them the same. */
    @Test
    void tagsThatClaimTheSameBytesAreReadUpToTheLimit() {
        var exif = ByteBuffer.allocate(1_010_000).put("MM\0*".getBytes(StandardCharsets.ISO_8859_1)).putInt(8)
                .putShort((short) 100);
        for (var tag = 0; tag < 100; tag++) {
            exif.putShort((short) (0xE000 + tag)).putShort((short) 1).putInt(1_000_000).putInt(5_000);
        }

        var photo = read(png("eXIf", new String(exif.array(), StandardCharsets.ISO_8859_1)), ImageFormat.PNG,
                MetadataLimits.DEFAULT);

        assertThat(photo.raw().exif().values().stream().mapToInt(Map::size).sum()).isEqualTo(4);
    }

    @Test
    void compressedTextsOfPngFilesAreCounted() throws IOException {
        var xmp = "XML:com.adobe.xmp\0\1\0\0\0".getBytes(StandardCharsets.ISO_8859_1);
        var packed = new ByteArrayOutputStream();
        try (var deflater = new DeflaterOutputStream(packed)) {
            deflater.write(new byte[100]);
        }
        var text = new String(concat(xmp, packed.toByteArray()), StandardCharsets.ISO_8859_1);
        var file = png("iTXt", text);
        for (var chunk = 1; chunk < 30; chunk++) {
            var next = png("iTXt", text);
            file = concat(file, Arrays.copyOfRange(next, 8, next.length));
        }

        assertThat(read(file, ImageFormat.PNG, MetadataLimits.DEFAULT).warnings())
                .contains("The PNG file has too many compressed texts.");
    }

    @Test
    void extendedXmpIsPutTogether() {
        var packet = xmpWithCaption("from the extension").getBytes(StandardCharsets.UTF_8);
        var half = packet.length / 2;
        var photo = new PhotoFile().xmp("<dc:format>image/jpeg</dc:format>")
                .segment(0xE1, extension(packet.length, half), Arrays.copyOfRange(packet, half, packet.length))
                .segment(0xE1, extension(packet.length, 0), Arrays.copyOf(packet, half));

        assertThat(captions(photo)).isEqualTo("from the extension");
    }

    @Test
    void contentCredentialsAreDetected() {
        assertThat(read(new PhotoFile().segment(0xEB, "JP\0\1\0\0\0\1jumbjumdc2pa".getBytes(StandardCharsets.US_ASCII)))
                .production().hasContentCredentials()).isTrue();
        assertThat(read(new PhotoFile()).production().hasContentCredentials()).isFalse();
    }

    @Test
    void changedAndShortenedFilesNeverFail() {
        var random = new Random(15);
        var valid = new PhotoFile().iim(1, 90, UTF8_ESCAPE).iim(2, 120, CAPTION.getBytes(StandardCharsets.UTF_8))
                .xmp("<photoshop:Credit>Credit</photoshop:Credit>").segment(0xE1, exif(6)).bytes();
        var start = ProcessorTime.ofThread();
        for (var round = 0; round < 200; round++) {
            var changed = Arrays.copyOf(valid, 1 + random.nextInt(valid.length));
            for (var change = random.nextInt(6); change > 0; change--) {
                changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
            }
            for (var format : ImageFormat.values()) {
                read(changed, format, MetadataLimits.DEFAULT);
            }
        }

        assertThat(ProcessorTime.ofThread().minus(start)).isLessThan(Duration.ofSeconds(20));
    }

    @Test
    void aLargeValueOfATiffFileIsNotRead() {
        var tiff = ByteBuffer.allocate(26 + 2_000).put("MM\0*".getBytes(StandardCharsets.ISO_8859_1)).putInt(8)
                .putShort((short) 1).putShort((short) 0x013B).putShort((short) 2).putInt(2_000).putInt(26).putInt(0)
                .put("a".repeat(1_999).getBytes(StandardCharsets.US_ASCII)).array();

        assertThat(read(tiff, ImageFormat.TIFF, new MetadataLimits(2_000, 10, 3, 5)).rights().creator())
                .isEqualTo("a".repeat(10));
        assertThat(read(tiff, ImageFormat.TIFF, new MetadataLimits(1_999, 10, 3, 5)).rights().creator()).isNull();
    }

    /** A directory that names itself as its successor and as its sub-directory. */
    @Test
    void circlesOfDirectoriesEnd() {
        var circle = ByteBuffer.allocate(32).put("Exif\0\0MM\0*".getBytes(StandardCharsets.ISO_8859_1)).putInt(8)
                .putShort((short) 1).putShort((short) 0x8769).putShort((short) 4).putInt(1).putInt(8).putInt(8).array();

        assertThat(read(new PhotoFile().segment(0xE1, circle)).orientation()).isEqualTo(Orientation.UPRIGHT);
    }

    @Test
    void anOrientationThatDoesNotExistIsUprightAndTold() {
        for (var value : new int[] { 0, 9, 65_535 }) {
            var photo = read(new PhotoFile().segment(0xE1, exif(value)));

            assertThat(photo.orientation()).isEqualTo(Orientation.UPRIGHT);
            assertThat(photo.warnings()).containsExactly(
                    "The orientation in the Exif data does not exist; the picture is taken as upright.");
        }
        var cut = read(new PhotoFile().segment(0xE1, Arrays.copyOf(exif(6), 20)));
        assertThat(cut.orientation()).isEqualTo(Orientation.UPRIGHT);
        assertThat(cut.warnings()).containsExactly("The Exif data could not be read completely.");
        assertThat(read(new PhotoFile().segment(0xE1, exif(6))).warnings()).isEmpty();
    }

    private static byte[] exif(int orientation) {
        return ByteBuffer.allocate(32).put("Exif\0\0MM\0*".getBytes(StandardCharsets.ISO_8859_1)).putInt(8)
                .putShort((short) 1).putShort((short) 0x0112).putShort((short) 3).putInt(1).putShort((short) orientation)
                .putShort((short) 0).putInt(0).array();
    }

    private static byte[] extension(int length, int offset) {
        return ByteBuffer.allocate(75).put("http://ns.adobe.com/xmp/extension/\0".getBytes(StandardCharsets.US_ASCII))
                .put("0123456789ABCDEF0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII)).putInt(length).putInt(offset)
                .array();
    }

    private static byte[] escape(String sequence) {
        return ("\u001B" + sequence).getBytes(StandardCharsets.US_ASCII);
    }

    private static String xmpWithCaption(String caption) {
        return "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">"
                + "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:description><rdf:Alt>"
                + "<rdf:li xml:lang=\"x-default\">" + caption + "</rdf:li></rdf:Alt></dc:description></rdf:Description>"
                + "</rdf:RDF></x:xmpmeta>";
    }

    private String captions(PhotoFile file) {
        return read(file).description().caption();
    }

    private PhotoMetadata read(PhotoFile file) {
        return read(file, MetadataLimits.DEFAULT);
    }

    private PhotoMetadata read(PhotoFile file, MetadataLimits limits) {
        return read(file.bytes(), ImageFormat.JPEG, limits);
    }

    private PhotoMetadata read(byte[] content, ImageFormat format, MetadataLimits limits) {
        try {
            return new PhotoMetadataReader(limits).read(Files.write(folder.resolve("photo"), content), format);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
