package org.depesche.content.image;

import java.util.List;
import java.util.Objects;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.platform.http.PublicationZone;
import org.jspecify.annotations.Nullable;

/** Shows images as answers do. */
@ApplicationScoped
public class ImageViews {

    private final PublicationZone zone;

    ImageViews(PublicationZone zone) {
        this.zone = zone;
    }

    /** What this use says of the image wins over what the image says of itself. */
    public ImageView of(Image image, ImageOverrides words) {
        var decorative = Objects.requireNonNullElse(words.decorative(), words.alt() == null && image.decorative());
        return new ImageView(image.id(), decorative ? null : firstNonNull(words.alt(), image.alt()), decorative,
                firstNonNull(words.caption(), image.caption()), firstNonNull(words.credit(), image.credit()), image.width(),
                image.height(),
                image.src(), null, image.focalPoint(), image.dominantColor(), rights(image.details().rights()));
    }

    /** The image by itself, with all that may be known of it. */
    public FullImageView full(Image image) {
        var view = of(image, ImageOverrides.NONE);
        return new FullImageView(view.id(), view.alt(), view.decorative(), view.caption(), view.credit(), view.width(),
                view.height(),
                view.src(), view.srcset(), view.focalPoint(), view.dominantColor(), view.rights(), image.mediaType(),
                image.byteSize(), image.sha256(), image.takenAt() == null ? null : zone.toOffsetDateTime(image.takenAt()),
                image.details().location(), image.details().keywords(), List.of());
    }

    private static @Nullable String firstNonNull(@Nullable String first, @Nullable String second) {
        return first == null ? second : first;
    }

    private ImageView.@Nullable Rights rights(ImageDetails.@Nullable ImageRights rights) {
        return rights == null ? null
                : new ImageView.Rights(rights.creator(), rights.copyright(), rights.usageTerms(), rights.licenseUrl(),
                        rights.expiresAt() == null ? null : zone.toOffsetDateTime(rights.expiresAt()),
                        rights.syndication(), rights.digitalSourceType());
    }
}
