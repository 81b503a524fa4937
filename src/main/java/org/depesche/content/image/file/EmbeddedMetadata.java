package org.depesche.content.image.file;

import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.depesche.content.image.ImageDetails;
import org.depesche.content.image.ImageDetails.ImageLocation;
import org.depesche.content.image.ImageDetails.ImageRights;
import org.depesche.content.image.ImageFormLimits;
import org.depesche.content.image.ImageMetadata;
import org.depesche.media.metadata.PhotoMetadata;
import org.depesche.media.metadata.PhotoTime;
import org.depesche.platform.http.PublicationZone;
import org.depesche.platform.json.WebUrl;
import org.jspecify.annotations.Nullable;

/**
 * The metadata that a file embeds (XMP, IPTC, Exif), mapped to the members of an image. It fills the members that an editor
 * left empty; what an editor wrote takes precedence.
 */
public record EmbeddedMetadata(@Nullable String alt, @Nullable String caption, @Nullable String credit,
        @Nullable Instant takenAt, ImageRights rights, @Nullable ImageLocation location, List<String> keywords) {

    private static final ImageRights NO_RIGHTS = new ImageRights(null, null, null, null, null, null, null);

    /** Returns the metadata of a file that was just received. */
    public static EmbeddedMetadata of(ReceivedFile file, PublicationZone zone) {
        return of(FileMetadata.Fields.of(file.metadata()), file.metadata().takenAt(), zone);
    }

    /** Returns the metadata of a stored file, whose times are known to the second. */
    public static EmbeddedMetadata of(FileMetadata.Fields fields, PublicationZone zone) {
        return of(fields, fields.takenAt() == null ? null : PhotoTime.parse(fields.takenAt()).orElse(null), zone);
    }

    private static EmbeddedMetadata of(FileMetadata.Fields said, @Nullable PhotoTime takenAt, PublicationZone zone) {
        return new EmbeddedMetadata(cut(said.alt(), ImageFormLimits.ALT), cut(said.caption(), ImageFormLimits.CAPTION),
                cut(said.credit(), ImageFormLimits.CREDIT), taken(takenAt, zone).orElse(null),
                new ImageRights(cut(said.creator(), ImageFormLimits.RIGHTS), cut(said.copyright(), ImageFormLimits.RIGHTS),
                        cut(said.usageTerms(), ImageFormLimits.USAGE_TERMS), url(said.webStatement()).orElse(null), null, null,
                        cut(said.digitalSourceType(), ImageFormLimits.RIGHTS)),
                said.city() == null && said.countryCode() == null ? null
                        : new ImageLocation(cut(said.city(), ImageFormLimits.CITY), said.countryCode()),
                said.keywords().stream().limit(ImageFormLimits.KEYWORDS)
                        .map(word -> Objects.requireNonNull(cut(word, ImageFormLimits.KEYWORD))).toList());
    }

    /** Returns the time, if an image can have it: from 1900 to 9999. */
    private static Optional<Instant> taken(@Nullable PhotoTime time, PublicationZone zone) {
        return Optional.ofNullable(time).map(known -> known.toInstant(zone.zone()))
                .filter(moment -> zone.read(moment.toString()).isPresent());
    }

    private static Optional<URI> url(@Nullable String text) {
        return Optional.ofNullable(text).flatMap(address -> WebUrl.parse(address, Set.of("http", "https")));
    }

    /** Returns an editor's metadata with the empty members filled from this file. The size and the type are the file's. */
    public ImageMetadata fill(ImageMetadata words, ReceivedFile file) {
        var preview = file.preview();
        return new ImageMetadata(null, words.decorative() ? null : first(words.alt(), alt), words.decorative(),
                first(words.caption(), caption), first(words.credit(), credit), null, file.width(), file.height(),
                words.focalPoint(),
                words.dominantColor() != null || preview == null ? words.dominantColor() : preview.dominantColor(),
                file.header().format().mediaType(), words.takenAt() == null ? takenAt : words.takenAt(),
                new ImageDetails(fill(words.details().rights()),
                        words.details().location() == null ? location : words.details().location(),
                        words.details().keywords().isEmpty() ? keywords : words.details().keywords()));
    }

    private @Nullable ImageRights fill(@Nullable ImageRights words) {
        var typed = words == null ? NO_RIGHTS : words;
        var merged = new ImageRights(first(typed.creator(), rights.creator()), first(typed.copyright(), rights.copyright()),
                first(typed.usageTerms(), rights.usageTerms()),
                typed.licenseUrl() == null ? rights.licenseUrl() : typed.licenseUrl(), typed.expiresAt(),
                typed.syndication(), first(typed.digitalSourceType(), rights.digitalSourceType()));
        return merged.equals(NO_RIGHTS) ? null : merged;
    }

    /** Returns the metadata of an image without the values that this file filled: those that are equal to the file's. */
    public ImageMetadata removeFrom(ImageMetadata image) {
        return new ImageMetadata(null, unless(alt, image.alt()), image.decorative(), unless(caption, image.caption()),
                unless(credit, image.credit()), image.src(), image.width(), image.height(), image.focalPoint(),
                image.dominantColor(), image.mediaType(), isSameSecond(image.takenAt()) ? null : image.takenAt(),
                new ImageDetails(removeFrom(image.details().rights()), unless(location, image.details().location()),
                        image.details().keywords().equals(keywords) ? List.of() : image.details().keywords()));
    }

    private @Nullable ImageRights removeFrom(@Nullable ImageRights image) {
        return image == null ? null
                : new ImageRights(unless(rights.creator(), image.creator()), unless(rights.copyright(), image.copyright()),
                        unless(rights.usageTerms(), image.usageTerms()), unless(rights.licenseUrl(), image.licenseUrl()),
                        image.expiresAt(), image.syndication(),
                        unless(rights.digitalSourceType(), image.digitalSourceType()));
    }

    /** Compares whole seconds, because the stored metadata of a file has no fractions. */
    private boolean isSameSecond(@Nullable Instant other) {
        return takenAt != null && other != null
                && takenAt.truncatedTo(ChronoUnit.SECONDS).equals(other.truncatedTo(ChronoUnit.SECONDS));
    }

    private static <T> @Nullable T unless(@Nullable T ofFile, @Nullable T value) {
        return Objects.equals(ofFile, value) ? null : value;
    }

    private static @Nullable String first(@Nullable String typed, @Nullable String said) {
        return typed == null ? said : typed;
    }

    /** Returns a warning for each value of a file that an image cannot have: it is too long, too many, or invalid. */
    static Stream<String> warnings(PhotoMetadata said, PublicationZone zone) {
        var rights = said.rights();
        var words = said.description().keywords();
        var time = said.takenAt();
        return Stream.of(cut("alt", said.description().alt(), ImageFormLimits.ALT),
                cut("caption", said.description().caption(), ImageFormLimits.CAPTION),
                cut("credit", rights.credit(), ImageFormLimits.CREDIT),
                cut("rights.creator", rights.creator(), ImageFormLimits.RIGHTS),
                cut("rights.copyright", rights.copyright(), ImageFormLimits.RIGHTS),
                cut("rights.usageTerms", rights.usageTerms(), ImageFormLimits.USAGE_TERMS),
                cut("rights.digitalSourceType", said.production().digitalSourceType(), ImageFormLimits.RIGHTS),
                cut("location.city", said.place().city(), ImageFormLimits.CITY),
                words.stream().map(word -> cut("keywords", word, ImageFormLimits.KEYWORD)).flatMap(Optional::stream)
                        .findFirst(),
                when(words.size() > ImageFormLimits.KEYWORDS,
                        "Only the first " + ImageFormLimits.KEYWORDS + " keywords are taken."),
                when(rights.webStatement() != null && url(rights.webStatement()).isEmpty(),
                        "The address of the license is no web address, and not taken: " + rights.webStatement()),
                when(time != null && taken(time, zone).isEmpty(),
                        "The date is not between the years 1900 and 9999, and not taken: " + time))
                .flatMap(Optional::stream);
    }

    private static Optional<String> when(boolean isSo, String warning) {
        return isSo ? Optional.of(warning) : Optional.empty();
    }

    private static Optional<String> cut(String member, @Nullable String text, int max) {
        return when(text != null && !text.equals(cut(text, max)),
                "The text for `" + member + "` has more than " + max + " characters; the rest is left out.");
    }

    private static @Nullable String cut(@Nullable String text, int max) {
        return text == null || text.codePointCount(0, text.length()) <= max ? text
                : text.substring(0, text.offsetByCodePoints(0, max));
    }
}
