package org.depesche.content.image.file;

import static com.fasterxml.jackson.annotation.JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.depesche.content.image.ImageDetails;
import org.depesche.media.metadata.PhotoMetadata;
import org.depesche.media.metadata.RawMetadata;
import org.depesche.platform.http.PublicationZone;
import org.depesche.platform.json.WebUrl;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;

/** The metadata that the file of an image embeds. Changes by editors do not change it. */
@Schema(name = "ImageFileMetadata", description = "What the file says of itself, whatever the desk made of it")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FileMetadata(
        @Schema(required = true, description = "The fields that fill what an upload leaves open") Fields fields,
        @Schema(required = true, description = "Every value as text, by standard") Raw raw,
        @Schema(required = true, description = "What was damaged, skipped or repaired") List<String> warnings) {

    public FileMetadata {
        warnings = List.copyOf(warnings);
    }

    /** The fields that this service interprets. XMP takes precedence over IPTC-IIM, and IIM over Exif. */
    @Schema(name = "ImageFileFields", description = "XMP wins over IPTC-IIM, and IIM over Exif")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Fields(@Nullable String alt, @Nullable String extendedDescription, @Nullable String caption,
            @Nullable String headline, @Schema(required = true) List<String> keywords, @Nullable String event,
            @Schema(required = true) List<String> personsShown, @Nullable String creator, @Nullable String credit,
            @Nullable String copyright, @Nullable String usageTerms, @Nullable String webStatement,
            @Nullable String licensorName, @Nullable String licensorUrl, @Nullable String dataMining,
            @Nullable String takenAt, @Nullable String city, @Nullable String country, @Nullable String countryCode,
            @Nullable String digitalSourceType, @Nullable String aiSystem, @Nullable String aiSystemVersion,
            @Nullable String aiPrompt, @Nullable String aiPromptWriter,
            @Schema(
                    required = true,
                    description = "Whether it has a C2PA manifest, which renditions do not keep") boolean contentCredentials,
            @Schema(required = true, description = "Exif, 1 to 8", examples = "1") int orientation) {

        /** Adds zero seconds, which old rows lack, and drops fractions of seconds and addresses that pages must not link. */
        public Fields {
            takenAt = takenAt == null ? null
                    : takenAt.replaceFirst("(T\\d{2}:\\d{2})(?!:\\d)", "$1:00").replaceFirst("\\.\\d+", "");
            webStatement = webAddress(webStatement);
            licensorUrl = webAddress(licensorUrl);
            digitalSourceType = digitalSourceType == null || ImageDetails.ImageRights.isSourceType(digitalSourceType)
                    ? digitalSourceType
                    : null;
            keywords = List.copyOf(keywords);
            personsShown = List.copyOf(personsShown);
        }

        /** Returns a web address, which pages link, or null for any other text. That one remains in the raw values. */
        private static @Nullable String webAddress(@Nullable String text) {
            return text == null ? null : WebUrl.parse(text).map(URI::toString).orElse(null);
        }

        public static Fields of(PhotoMetadata said) {
            var words = said.description();
            var rights = said.rights();
            var made = said.production();
            return new Fields(words.alt(), words.extendedDescription(), words.caption(), words.headline(), words.keywords(),
                    words.event(), words.persons(), rights.creator(), rights.credit(), rights.copyright(),
                    rights.usageTerms(), rights.webStatement(), rights.licensorName(), rights.licensorUrl(),
                    rights.dataMining(), said.takenAt() == null ? null : said.takenAt().toString(), said.place().city(),
                    said.place().country(), said.place().countryCode(), made.digitalSourceType(), made.aiSystem(),
                    made.aiSystemVersion(), made.aiPrompt(), made.aiPromptWriter(), made.hasContentCredentials(),
                    said.orientation().ordinal() + 1);
        }
    }

    /** All values in the order of the file, including those that this service does not interpret. */
    @Schema(name = "ImageFileRawMetadata", description = "Every value of the file as text, whether it is understood or not")
    public record Raw(
            @Schema(
                    required = true,
                    description = "The simple values of XMP by path, as `dc:creator[1]`") Map<String, String> xmp,
            // Rows of former versions have one text for each dataset, and not a list.
            @JsonFormat(with = ACCEPT_SINGLE_VALUE_AS_ARRAY) @Schema(
                    required = true,
                    description = "The values of IPTC-IIM by dataset, as `2:25 Keywords`") Map<String, List<String>> iim,
            @Schema(
                    required = true,
                    description = "The values of Exif by directory and tag, as `Exif IFD0` and "
                            + "`Artist`") Map<String, Map<String, String>> exif) {

        public static Raw of(RawMetadata said) {
            return new Raw(said.xmp(), said.iim(), said.exif());
        }
    }

    public static FileMetadata of(ReceivedFile file, PublicationZone zone) {
        var said = file.metadata();
        return new FileMetadata(Fields.of(said), Raw.of(said.raw()),
                Stream.of(said.warnings().stream(), EmbeddedMetadata.warnings(said, zone), colors(file)).flatMap(each -> each)
                        .toList());
    }

    private static Stream<String> colors(ReceivedFile file) {
        return file.preview() == null ? Stream.of() : file.preview().warnings().stream();
    }
}
