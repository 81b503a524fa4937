package org.depesche.content.image;

import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.depesche.content.taxonomy.Fingerprint;
import org.jspecify.annotations.Nullable;

/**
 * The metadata of an image without a stored file.
 *
 * @param scope the article within which equal texts identify an image without {@code src}; without a scope, texts never
 *         identify an image
 */
public record ImageMetadata(@Nullable String scope, @Nullable String alt, boolean decorative, @Nullable String caption,
        @Nullable String credit, @Nullable URI src, @Nullable Integer width, @Nullable Integer height,
        Image.@Nullable FocalPoint focalPoint, @Nullable String dominantColor, @Nullable String mediaType,
        @Nullable Instant takenAt,
        ImageDetails details) {

    private static final Set<String> TEXTS_OF_USE = Set.of("alt", "decorative", "caption", "credit");

    /** Returns the metadata of a registered image. */
    public static ImageMetadata of(Image image) {
        return new ImageMetadata(null, image.alt(), image.decorative(), image.caption(), image.credit(), image.src(),
                image.width(),
                image.height(), image.focalPoint(), image.dominantColor(), image.mediaType(), image.takenAt(), image.details());
    }

    /**
     * Returns the metadata without a color that was found in a former file. A color of an editor stays.
     *
     * @param found the color that was found; null if it is not known, then any color is removed
     */
    public ImageMetadata withoutDetectedColor(@Nullable String found) {
        var color = found == null || found.equals(dominantColor) ? null : dominantColor;
        return new ImageMetadata(scope, alt, decorative, caption, credit, src, width, height, focalPoint, color, mediaType,
                takenAt, details);
    }

    /** Returns the metadata with the size and type of the stored file and without {@code src}, if there is a file. */
    public ImageMetadata withFactsOfFile(Image image) {
        return image.file() == null ? this
                : new ImageMetadata(scope, alt, decorative, caption, credit, null, image.width(), image.height(), focalPoint,
                        dominantColor, image.mediaType(), takenAt, details);
    }

    /** Returns the metadata with the texts that are given; the others stay. */
    ImageMetadata withTexts(ImageOverrides texts) {
        var isDecorative = Objects.requireNonNullElse(texts.decorative(), decorative && texts.alt() == null);
        return new ImageMetadata(scope, isDecorative ? null : first(texts.alt(), alt), isDecorative,
                first(texts.caption(), caption), first(texts.credit(), credit), src, width, height, focalPoint, dominantColor,
                mediaType, takenAt, details);
    }

    private static @Nullable String first(@Nullable String given, @Nullable String former) {
        return given == null ? former : given;
    }

    /** Returns the metadata with a scope. */
    public ImageMetadata scopedTo(String article) {
        return new ImageMetadata(article, alt, decorative, caption, credit, src, width, height, focalPoint, dominantColor,
                mediaType,
                takenAt, details);
    }

    /**
     * Returns the key of equal images: the same {@code src}, or without one the same texts in the same scope. Empty if
     * the image is always a new one.
     */
    Optional<UUID> fingerprint() {
        if (src != null) {
            return Optional.of(Fingerprint.of("src\n" + src));
        }
        return scope == null ? Optional.empty()
                : Optional.of(Fingerprint.of("words\n" + scope + '\n' + alt + '\n' + caption + '\n' + credit));
    }

    /** Truncates times to the precision of the database. */
    ImageMetadata truncatedToMicros() {
        return withTimes(takenAt == null ? null : takenAt.truncatedTo(ChronoUnit.MICROS), details);
    }

    /**
     * Restores fractions of seconds: responses show whole seconds, so a client sends back a truncated time. A time that
     * is equal except for the fraction is unchanged.
     */
    public ImageMetadata withFractionalSecondsOf(ImageMetadata before) {
        var rights = details.rights();
        var previousRights = before.details.rights();
        return withTimes(withFraction(before.takenAt, takenAt), rights == null || previousRights == null ? details
                : details.withRights(rights.withExpiry(withFraction(previousRights.expiresAt(), rights.expiresAt()))));
    }

    private static @Nullable Instant withFraction(@Nullable Instant before, @Nullable Instant sent) {
        return before != null && before.truncatedTo(ChronoUnit.SECONDS).equals(sent) ? before : sent;
    }

    private ImageMetadata withTimes(@Nullable Instant newTakenAt, ImageDetails newDetails) {
        return new ImageMetadata(scope, alt, decorative, caption, credit, src, width, height, focalPoint, dominantColor,
                mediaType,
                newTakenAt, newDetails);
    }

    /** Returns the names of the members that differ. */
    List<String> differingMembers(ImageMetadata before) {
        var values = before.members();
        return members().entrySet().stream()
                .filter(member -> !Objects.equals(member.getValue(), values.get(member.getKey()))).map(Map.Entry::getKey)
                .toList();
    }

    /** Returns the members that are given, other than the texts that each use may have for itself. */
    public List<String> membersBesideTexts() {
        return members().entrySet().stream().filter(member -> !TEXTS_OF_USE.contains(member.getKey()))
                .filter(member -> member.getValue() != null && !List.of().equals(member.getValue())).map(Map.Entry::getKey)
                .toList();
    }

    /**
     * Returns the members of {@link #membersBesideTexts()} that differ from the image. A {@code src} that names any rendition
     * of the image does not differ.
     */
    public List<String> membersBesideTexts(Image image) {
        var before = of(image);
        var differing = withFractionalSecondsOf(before).differingMembers(before);
        var isOwnFile = image.isAddressOfRendition(src);
        return membersBesideTexts().stream().filter(differing::contains)
                .filter(member -> !(member.equals("src") && isOwnFile)).toList();
    }

    private Map<String, @Nullable Object> members() {
        var members = new LinkedHashMap<String, @Nullable Object>();
        members.put("alt", alt);
        members.put("decorative", decorative);
        members.put("caption", caption);
        members.put("credit", credit);
        members.put("src", src);
        members.put("width", width);
        members.put("height", height);
        members.put("focalPoint", focalPoint);
        members.put("dominantColor", dominantColor);
        members.put("mediaType", mediaType);
        members.put("takenAt", takenAt);
        members.put("rights", details.rights());
        members.put("location", details.location());
        members.put("keywords", details.keywords());
        return members;
    }
}
