package org.depesche.content.image.file;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.depesche.content.image.ImageDetails;
import org.depesche.content.image.ImageMetadata;
import org.depesche.media.metadata.PhotoMetadata;
import org.depesche.platform.http.PublicationZone;
import org.depesche.platform.json.WebUrl;
import org.jspecify.annotations.Nullable;

/** Fills what an editor left open with what the file says. The editor's words always win. */
final class FileWords {

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
        return new ImageMetadata(null, words.decorative() ? null : first(words.alt(), said.description().alt(), 2_000),
                words.decorative(), first(words.caption(), said.description().caption(), 5_000),
                first(words.credit(), said.rights().credit(), 500), null, file.width(), file.height(), words.focalPoint(),
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
        var merged = new ImageDetails.ImageRights(first(typed.creator(), rights.creator(), 500),
                first(typed.copyright(), rights.copyright(), 500), first(typed.usageTerms(), rights.usageTerms(), 2_000),
                typed.licenseUrl() == null ? url(rights.webStatement()) : typed.licenseUrl(), typed.expiresAt(),
                typed.syndication(), first(typed.digitalSourceType(), said.production().digitalSourceType(), 500));
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

    private static String cut(String text, int max) {
        return text.codePointCount(0, text.length()) <= max ? text : text.substring(0, text.offsetByCodePoints(0, max));
    }
}
