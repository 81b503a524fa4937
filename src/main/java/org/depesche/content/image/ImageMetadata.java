package org.depesche.content.image;

import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import org.depesche.content.taxonomy.Fingerprint;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an image that has no file here.
 *
 * @param scope what the words alone identify an image in, as the article it came with; without it words never do
 */
public record ImageMetadata(@Nullable String scope, @Nullable String alt, boolean decorative, @Nullable String caption,
        @Nullable String credit, @Nullable URI src, @Nullable Integer width, @Nullable Integer height,
        Image.@Nullable FocalPoint focalPoint, @Nullable String dominantColor, @Nullable String mediaType,
        @Nullable Instant takenAt,
        ImageDetails details) {

    /** What a registered one says. */
    public static ImageMetadata of(Image image) {
        return new ImageMetadata(null, image.alt(), image.decorative(), image.caption(), image.credit(), image.src(),
                image.width(),
                image.height(), image.focalPoint(), image.dominantColor(), image.mediaType(), image.takenAt(), image.details());
    }

    public ImageMetadata scopedTo(String article) {
        return new ImageMetadata(article, alt, decorative, caption, credit, src, width, height, focalPoint, dominantColor,
                mediaType,
                takenAt, details);
    }

    /** The same address is the same image; without one, the same words in the same article are. */
    Optional<UUID> fingerprint() {
        if (src != null) {
            return Optional.of(Fingerprint.of("src\n" + src));
        }
        return scope == null ? Optional.empty()
                : Optional.of(Fingerprint.of("words\n" + scope + '\n' + alt + '\n' + caption + '\n' + credit));
    }

    /** As the database keeps it. */
    ImageMetadata truncatedToMicros() {
        return withTimes(takenAt == null ? null : takenAt.truncatedTo(ChronoUnit.MICROS), details);
    }

    /** What is read has whole seconds; a moment that is the same but for that is not a new one. */
    public ImageMetadata withFractionalSecondsOf(ImageMetadata before) {
        var rights = details.rights();
        var were = before.details.rights();
        return withTimes(withFraction(before.takenAt, takenAt), rights == null || were == null ? details
                : details.withRights(rights.withExpiry(withFraction(were.expiresAt(), rights.expiresAt()))));
    }

    private static @Nullable Instant withFraction(@Nullable Instant before, @Nullable Instant now) {
        return before != null && before.truncatedTo(ChronoUnit.SECONDS).equals(now) ? before : now;
    }

    private ImageMetadata withTimes(@Nullable Instant moment, ImageDetails more) {
        return new ImageMetadata(scope, alt, decorative, caption, credit, src, width, height, focalPoint, dominantColor,
                mediaType,
                moment, more);
    }

    /** The names of the members that differ. */
    List<String> differingMembers(ImageMetadata before) {
        var values = before.members();
        return members().entrySet().stream()
                .filter(member -> !Objects.equals(member.getValue(), values.get(member.getKey()))).map(Map.Entry::getKey)
                .toList();
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
