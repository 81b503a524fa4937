package org.depesche.content.image.file;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.depesche.content.image.ImageDetails;
import org.depesche.content.image.ImageMetadata;
import org.depesche.media.metadata.PhotoMetadata;
import org.depesche.platform.http.PublicationZone;
import org.depesche.platform.json.WebUrl;
import org.jspecify.annotations.Nullable;

/** Fills what an editor left open with what the file says. The editor's words always win. */
final class FileWords {

    private static final int MAX_ALT = 2_000;
    private static final int MAX_CAPTION = 5_000;
    private static final int MAX_NAME = 500;
    private static final int MAX_TERMS = 2_000;

    private final ImageMetadata words;
    private final ReceivedFile file;
    private final PublicationZone zone;

    private FileWords(ImageMetadata words, ReceivedFile file, PublicationZone zone) {
        this.words = words;
        this.file = file;
        this.zone = zone;
    }

    static ImageMetadata merge(ImageMetadata words, ReceivedFile file, PublicationZone zone) {
        return new FileWords(words, file, zone).merged();
    }

    private ImageMetadata merged() {
        var said = file.metadata();
        var taken = said.takenAt() == null ? null : said.takenAt().toInstant(zone.zone());
        var preview = file.preview();
        return new ImageMetadata(null, words.decorative() ? null : first(words.alt(), said.description().alt(), MAX_ALT),
                words.decorative(), first(words.caption(), said.description().caption(), MAX_CAPTION),
                first(words.credit(), said.rights().credit(), MAX_NAME), null, file.width(), file.height(), words.focalPoint(),
                words.dominantColor() != null || preview == null ? words.dominantColor() : preview.dominantColor(),
                file.header().format().mediaType(), words.takenAt() == null ? taken : words.takenAt(), details(said));
    }

    private ImageDetails details(PhotoMetadata said) {
        var keywords = words.details().keywords();
        return new ImageDetails(rights(said), location(said.place()),
                keywords.isEmpty() ? said.description().keywords().stream().limit(100).map(word -> cut(word, 200)).toList()
                        : List.copyOf(keywords));
    }

    private ImageDetails.@Nullable ImageRights rights(PhotoMetadata said) {
        var typed = Optional.ofNullable(words.details().rights())
                .orElse(new ImageDetails.ImageRights(null, null, null, null, null, null, null));
        var rights = said.rights();
        var merged = new ImageDetails.ImageRights(first(typed.creator(), rights.creator(), MAX_NAME),
                first(typed.copyright(), rights.copyright(), MAX_NAME),
                first(typed.usageTerms(), rights.usageTerms(), MAX_TERMS),
                typed.licenseUrl() == null ? url(rights.webStatement()) : typed.licenseUrl(), typed.expiresAt(),
                typed.syndication(), first(typed.digitalSourceType(), said.production().digitalSourceType(), MAX_NAME));
        return merged.equals(new ImageDetails.ImageRights(null, null, null, null, null, null, null)) ? null : merged;
    }

    private ImageDetails.@Nullable ImageLocation location(PhotoMetadata.Place place) {
        var typed = words.details().location();
        if (typed != null || place.city() == null && place.countryCode() == null) {
            return typed;
        }
        return new ImageDetails.ImageLocation(first(null, place.city(), 200), place.countryCode());
    }

    private static @Nullable URI url(@Nullable String text) {
        return text == null ? null : WebUrl.parse(text, Set.of("http", "https")).orElse(null);
    }

    private static @Nullable String first(@Nullable String typed, @Nullable String said, int max) {
        return typed != null || said == null ? typed : cut(said, max);
    }

    /** Returns a warning for each text of a file that is longer than the member of the image that it fills. */
    static Stream<String> cuts(PhotoMetadata said) {
        var rights = said.rights();
        return Stream
                .of(cut("alt", said.description().alt(), MAX_ALT), cut("caption", said.description().caption(), MAX_CAPTION),
                        cut("credit", rights.credit(), MAX_NAME), cut("rights.creator", rights.creator(), MAX_NAME),
                        cut("rights.copyright", rights.copyright(), MAX_NAME),
                        cut("rights.usageTerms", rights.usageTerms(), MAX_TERMS))
                .flatMap(Optional::stream);
    }

    private static Optional<String> cut(String member, @Nullable String text, int max) {
        return text == null || cut(text, max).equals(text) ? Optional.empty()
                : Optional.of("The text for `" + member + "` has more than " + max + " characters; the rest is left out.");
    }

    private static String cut(String text, int max) {
        return text.codePointCount(0, text.length()) <= max ? text : text.substring(0, text.offsetByCodePoints(0, max));
    }
}
