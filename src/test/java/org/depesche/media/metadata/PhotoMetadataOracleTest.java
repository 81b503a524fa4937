package org.depesche.media.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.depesche.media.header.ImageHeader;
import org.depesche.media.header.ImageHeaderReader;
import org.depesche.media.header.ImageLimits;
import org.depesche.media.header.ImageRefusal;
import org.depesche.testkit.SharedMaterial;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Real photos, compared with what ExifTool reads from them, field by field. */
class PhotoMetadataOracleTest {

    private static final String FOLDER = "data/photos/";
    private static final String SIZE = "Composite:ImageSize";
    /** A photo that exceeds the limits has metadata, too. */
    private static final ImageLimits UNLIMITED = new ImageLimits(Integer.MAX_VALUE, Long.MAX_VALUE, Integer.MAX_VALUE,
            1 << 20, 1 << 20, 1 << 20);

    /** ExifTool reads the size of these, but they are no photos, or have no pixels. */
    private static final Set<String> NO_PHOTOS = Set.of("photos/exiftool/XMP.svg", "photos/formats/check.svg",
            "photos/malicious/POC_img_phpinfo-CR.gif");

    /** What IPTC says of itself. */
    private static final Set<String> ENVELOPE = Set.of("IPTC:ApplicationRecordVersion", "IPTC:CodedCharacterSet");

    /** ExifTool's XMP-xmp:CreateDate, which the oracle lacks, of the photos that name no other date. */
    private static final Map<String, String> CREATE_DATES = Map.of(
            "photos/broken/image00971.jpg", "2010:04:13 09:37:22+02:00",
            "photos/broken/image01137.jpg", "2009:09:14 11:08:06+02:00",
            "photos/broken/image01088.jpg", "2010:04:13 09:37:22+02:00",
            "photos/xmp/no_exif.jpg", "2013:09:23 10:09:46+02:00",
            "photos/xmp/BlueSquare.jpg", "2005:09:07 15:07:40-07:00");

    /** Our fields, and ExifTool's tags for each in order of precedence. A list agrees item by item. */
    private static final List<Field> MAPPING = List.of(
            new Field("creator", photo -> one(photo.rights().creator()), "XMP-dc:Creator", "IPTC:By-line", "IFD0:Artist"),
            new Field("credit", photo -> one(photo.rights().credit()), "XMP-photoshop:Credit", "IPTC:Credit"),
            new Field("copyright", photo -> one(photo.rights().copyright()), "XMP-dc:Rights", "IPTC:CopyrightNotice",
                    "IFD0:Copyright"),
            new Field("usageTerms", photo -> one(photo.rights().usageTerms()), "XMP-xmpRights:UsageTerms"),
            new Field("webStatement", photo -> one(photo.rights().webStatement()), "XMP-xmpRights:WebStatement"),
            new Field("licensorName", photo -> one(photo.rights().licensorName()), "XMP-plus:Licensor/LicensorName"),
            new Field("licensorUrl", photo -> one(photo.rights().licensorUrl()), "XMP-plus:Licensor/LicensorURL"),
            new Field("dataMining", photo -> one(photo.rights().dataMining()), "XMP-plus:DataMining"),
            new Field("caption", photo -> one(photo.description().caption()), "XMP-dc:Description", "IPTC:Caption-Abstract",
                    "IFD0:ImageDescription"),
            new Field("alt", photo -> one(photo.description().alt()), "XMP-iptcCore:AltTextAccessibility"),
            new Field("extendedDescription", photo -> one(photo.description().extendedDescription()),
                    "XMP-iptcCore:ExtDescrAccessibility"),
            new Field("headline", photo -> one(photo.description().headline()), "XMP-photoshop:Headline", "IPTC:Headline"),
            new Field("keywords", photo -> photo.description().keywords(), "XMP-dc:Subject", "IPTC:Keywords"),
            new Field("event", photo -> one(photo.description().event()), "XMP-iptcExt:Event"),
            new Field("persons", photo -> photo.description().persons(), "XMP-iptcExt:PersonInImage"),
            new Field("city", photo -> one(photo.place().city()), "XMP-photoshop:City", "IPTC:City",
                    "XMP-iptcExt:LocationCreated/City", "XMP-iptcExt:LocationShown/City"),
            new Field("country", photo -> one(photo.place().country()), "XMP-photoshop:Country",
                    "IPTC:Country-PrimaryLocationName", "XMP-iptcExt:LocationCreated/CountryName",
                    "XMP-iptcExt:LocationShown/CountryName"),
            new Field("digitalSourceType", photo -> one(photo.production().digitalSourceType()),
                    "XMP-iptcExt:DigitalSourceType"),
            new Field("aiSystem", photo -> one(photo.production().aiSystem()), "XMP-iptcExt:AISystemUsed"));

    /** @param tags a slash leads into the first structure of a list */
    private record Field(String name, Function<PhotoMetadata, List<String>> value, List<String> tags) {

        Field(String name, Function<PhotoMetadata, List<String>> value, String... tags) {
            this(name, value, List.of(tags));
        }
    }

    private static List<String> one(@Nullable String value) {
        return value == null ? List.of() : List.of(value);
    }

    @Test
    void everyFieldOfEveryPhotoAgreesWithExifTool() throws IOException {
        var wrong = new ArrayList<String>();
        var refused = new TreeSet<String>();
        for (var expected : oracle()) {
            var photo = photo(expected);
            photo.ifPresent(said -> compareAll(expected, said, wrong));
            if (photo.isEmpty() && expected.has(SIZE)) {
                refused.add(expected.path("SourceFile").asText());
            }
        }

        assertThat(wrong).isEmpty();
        assertThat(refused).isSubsetOf(NO_PHOTOS);
    }

    private static void compareAll(JsonNode expected, PhotoMetadata said, List<String> wrong) {
        MAPPING.forEach(field -> {
            var found = field.value().apply(said);
            var texts = first(expected, field.tags());
            var isJoined = found.size() == 1 && found.get(0).equals(String.join("; ", texts));
            compare(expected, field.name(), texts, isJoined ? texts : found, wrong);
        });
        compare(expected, "takenAt", taken(expected), taken(said), wrong);
        if (hasAny(expected, "XMP-") && said.raw().xmp().isEmpty() || hasAny(expected, "IPTC:") && said.raw().iim().isEmpty()
                || hasAny(expected, "IFD0:") && said.raw().exif().isEmpty()) {
            wrong.add(expected.path("SourceFile").asText() + " has more than " + said.raw());
        }
        compare(expected, "size", size(expected), size(expected, said.orientation()), wrong);
    }

    private static boolean hasAny(JsonNode photo, String group) {
        return photo.properties().stream().anyMatch(tag -> tag.getKey().startsWith(group)
                && !ENVELOPE.contains(tag.getKey()) && !texts(tag.getValue()).isEmpty());
    }

    /** ExifTool tells the size as stored, and the orientation apart. It measures no animation of WebP, and no broken file. */
    private static String size(JsonNode photo) {
        var stored = photo.path(SIZE).asText().split("[ x]");
        var turn = photo.path("IFD0:Orientation").asInt(1);
        return stored.length < 2 ? "" : turn > 4 && turn < 9 ? stored[1] + " " + stored[0] : stored[0] + " " + stored[1];
    }

    private static String size(JsonNode photo, Orientation orientation) {
        var header = header(file(photo)).orElseThrow();
        return photo.has(SIZE)
                ? orientation.width(header.width(), header.height()) + " " + orientation.height(header.width(), header.height())
                : "";
    }

    @Test
    void brokenOrientationsAreUpright() throws IOException {
        for (var expected : oracle()) {
            var value = expected.path("IFD0:Orientation");
            if (!value.isInt() || value.asInt() > 8) {
                photo(expected).ifPresent(photo -> assertThat(photo.orientation()).isEqualTo(Orientation.UPRIGHT));
            }
        }
    }

    private static <T> void compare(JsonNode photo, String field, T expected, T found, List<String> wrong) {
        if (!found.equals(expected)) {
            wrong.add(photo.path("SourceFile").asText() + " " + field + ": \"" + found + "\" but \"" + expected + "\"");
        }
    }

    private static List<String> first(JsonNode photo, List<String> tags) {
        return tags.stream().map(tag -> texts(value(photo, tag))).filter(texts -> !texts.isEmpty()).findFirst()
                .orElse(List.of());
    }

    private static JsonNode value(JsonNode photo, String tag) {
        var slash = tag.indexOf('/');
        return slash < 0 ? photo.path(tag) : photo.path(tag.substring(0, slash)).path(0).path(tag.substring(slash + 1));
    }

    private static List<String> texts(JsonNode value) {
        var items = value.isArray() ? StreamSupport.stream(value.spliterator(), false) : Stream.of(value);
        return items.map(item -> item.asText().strip().replaceAll("\r\n?", "\n")).filter(text -> !text.isEmpty()).distinct()
                .toList();
    }

    /** ExifTool writes colons into dates; seconds are precise enough here. */
    private static String taken(JsonNode photo) {
        var iim = photo.path("IPTC:DateCreated").asText() + " " + photo.path("IPTC:TimeCreated").asText();
        return List.of(photo.path("XMP-photoshop:DateCreated").asText(), iim.strip(),
                photo.path("ExifIFD:DateTimeOriginal").asText(),
                CREATE_DATES.getOrDefault(photo.path("SourceFile").asText(), "")).stream().filter(text -> !text.isBlank())
                .findFirst()
                .map(text -> text.replaceAll("\\.\\d+", "")).map(text -> text.length() == 10 ? text + " 00:00:00" : text)
                .orElse("");
    }

    private static String taken(PhotoMetadata photo) {
        var time = photo.takenAt();
        return time == null ? ""
                : time.local().format(DateTimeFormatter.ofPattern("yyyy:MM:dd HH:mm:ss"))
                        + (time.offset() == null ? "" : time.offset().toString().replace("Z", "+00:00"));
    }

    private static Optional<PhotoMetadata> photo(JsonNode expected) throws IOException {
        var file = file(expected);
        var header = header(file);
        return header.isEmpty() ? Optional.empty()
                : Optional.of(new PhotoMetadataReader(MetadataLimits.DEFAULT).read(file, header.get().format()));
    }

    private static Optional<ImageHeader> header(Path file) {
        try (var channel = Files.newByteChannel(file)) {
            return Optional.of(new ImageHeaderReader(UNLIMITED).read(channel));
        } catch (ImageRefusal refusal) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path file(JsonNode expected) {
        return SharedMaterial.file("data/" + expected.path("SourceFile").asText());
    }

    private static JsonNode oracle() throws IOException {
        return new ObjectMapper().readTree(SharedMaterial.bytes(FOLDER + "exiftool-oracle.json"));
    }
}
