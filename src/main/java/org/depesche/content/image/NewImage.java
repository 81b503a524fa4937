package org.depesche.content.image;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import org.depesche.content.vocabulary.Fingerprint;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an image that has no file here.
 *
 * @param scope what the words alone identify an image in, as the article it came with; without it words never do
 */
public record NewImage(@Nullable String scope, @Nullable String alt, boolean decorative, @Nullable String caption,
        @Nullable String credit, @Nullable URI src, @Nullable Integer width, @Nullable Integer height,
        @Nullable FocalPoint focalPoint, @Nullable String dominantColor, @Nullable String mediaType, @Nullable Instant takenAt,
        ImageDetails details) {

    public NewImage within(String article) {
        return new NewImage(article, alt, decorative, caption, credit, src, width, height, focalPoint, dominantColor, mediaType,
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
}
