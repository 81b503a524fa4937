package org.depesche.media.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import org.depesche.media.header.ImageHeader;
import org.depesche.media.header.ImageHeaderReader;
import org.depesche.media.header.ImageLimits;
import org.depesche.media.header.ImageRefusal;
import org.depesche.testkit.SharedMaterial;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Real photos, compared with what ExifTool reads from them, field by field. */
class PhotoMetadataOracleTest {

    private static final String FOLDER = "data/photos/";

    /** Our field, and ExifTool's tags for it in order of precedence. */
    private static final Map<Field, List<String>> MAPPING = mapping();

    private record Field(String name, Function<PhotoMetadata, String> value) {
    }

    private static Map<Field, List<String>> mapping() {
        var mapping = new LinkedHashMap<Field, List<String>>();
        mapping.put(new Field("creator", photo -> photo.rights().creator()),
                List.of("XMP-dc:Creator", "IPTC:By-line", "IFD0:Artist"));
        mapping.put(new Field("credit", photo -> photo.rights().credit()), List.of("XMP-photoshop:Credit", "IPTC:Credit"));
        mapping.put(new Field("copyright", photo -> photo.rights().copyright()),
                List.of("XMP-dc:Rights", "IPTC:CopyrightNotice", "IFD0:Copyright"));
        mapping.put(new Field("usageTerms", photo -> photo.rights().usageTerms()), List.of("XMP-xmpRights:UsageTerms"));
        mapping.put(new Field("webStatement", photo -> photo.rights().webStatement()), List.of("XMP-xmpRights:WebStatement"));
        mapping.put(new Field("caption", photo -> photo.description().caption()),
                List.of("XMP-dc:Description", "IPTC:Caption-Abstract", "IFD0:ImageDescription"));
        mapping.put(new Field("alt", photo -> photo.description().alt()), List.of("XMP-iptcCore:AltTextAccessibility"));
        mapping.put(new Field("headline", photo -> photo.description().headline()),
                List.of("XMP-photoshop:Headline", "IPTC:Headline"));
        mapping.put(new Field("keywords", photo -> String.join(", ", photo.description().keywords())),
                List.of("XMP-dc:Subject", "IPTC:Keywords"));
        mapping.put(new Field("event", photo -> photo.description().event()), List.of("XMP-iptcExt:Event"));
        mapping.put(new Field("persons", photo -> String.join(", ", photo.description().persons())),
                List.of("XMP-iptcExt:PersonInImage"));
        mapping.put(new Field("city", photo -> photo.place().city()), List.of("XMP-photoshop:City", "IPTC:City"));
        mapping.put(new Field("country", photo -> photo.place().country()),
                List.of("XMP-photoshop:Country", "IPTC:Country-PrimaryLocationName"));
        mapping.put(new Field("digitalSourceType", photo -> photo.production().digitalSourceType()),
                List.of("XMP-iptcExt:DigitalSourceType"));
        return mapping;
    }

    @Test
    void everyFieldAgreesWithExifTool() throws IOException {
        var wrong = new ArrayList<String>();
        var compared = 0;
        for (var expected : oracle()) {
            var photo = photo(expected);
            if (photo.isPresent()) {
                compared++;
                MAPPING.forEach((field, tags) -> compare(expected, field.name(), first(expected, tags),
                        field.value().apply(photo.get()), wrong));
                compare(expected, "takenAt", taken(expected), taken(photo.get()), wrong);
            }
        }

        assertThat(wrong).isEmpty();
        assertThat(compared).isGreaterThan(35);
    }

    @Test
    void sizesAreThoseOfTheUprightPicture() throws IOException {
        var sizes = new ArrayList<String>();
        for (var expected : oracle()) {
            if (expected.path("SourceFile").asText().contains("/orientation/")) {
                var header = header(file(expected)).orElseThrow();
                var orientation = photo(expected).orElseThrow().orientation();
                assertThat(orientation.ordinal() + 1).isEqualTo(expected.path("IFD0:Orientation").asInt());
                sizes.add(orientation.width(header.width(), header.height()) + " "
                        + orientation.height(header.width(), header.height()));
            }
        }

        assertThat(sizes).hasSize(8).containsOnly("600 450");
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

    private static void compare(JsonNode photo, String field, String expected, String found, List<String> wrong) {
        var actual = found == null ? "" : found;
        if (!actual.equals(expected)) {
            wrong.add(photo.path("SourceFile").asText() + " " + field + ": \"" + actual + "\" but \"" + expected + "\"");
        }
    }

    private static String first(JsonNode photo, List<String> tags) {
        return tags.stream().map(tag -> text(photo.path(tag))).filter(text -> !text.isEmpty()).findFirst().orElse("");
    }

    private static String text(JsonNode value) {
        return value.isArray()
                ? StreamSupport.stream(value.spliterator(), false).map(JsonNode::asText).distinct()
                        .collect(Collectors.joining(", "))
                : value.asText().strip();
    }

    /** ExifTool writes colons into dates; seconds are precise enough here. */
    private static String taken(JsonNode photo) {
        var iim = photo.path("IPTC:DateCreated").asText() + " " + photo.path("IPTC:TimeCreated").asText();
        return List.of(photo.path("XMP-photoshop:DateCreated").asText(), iim.strip(),
                photo.path("ExifIFD:DateTimeOriginal").asText()).stream().filter(text -> !text.isBlank()).findFirst()
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

    /** What is refused as a picture has no metadata. A photo with too many pixels for the default limits has. */
    private static Optional<ImageHeader> header(Path file) throws IOException {
        try (var channel = Files.newByteChannel(file)) {
            return Optional.of(new ImageHeaderReader(ImageLimits.DEFAULT).read(channel));
        } catch (ImageRefusal refusal) {
            return Optional.empty();
        }
    }

    private static Path file(JsonNode expected) {
        return SharedMaterial.file("data/" + expected.path("SourceFile").asText());
    }

    private static JsonNode oracle() throws IOException {
        return new ObjectMapper().readTree(SharedMaterial.bytes(FOLDER + "exiftool-oracle.json"));
    }
}
