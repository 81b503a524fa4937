package org.depesche.content.image;

import java.util.List;
import java.util.Objects;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.platform.http.PublicationZone;
import org.jspecify.annotations.Nullable;

/** Creates the representations of images. */
@ApplicationScoped
public class ImageViews {

    private final PublicationZone zone;

    ImageViews(PublicationZone zone) {
        this.zone = zone;
    }

    /** Returns an image with the texts of one use. The texts of the use win over those of the image. */
    public ImageView of(Image image, ImageOverrides overrides) {
        var decorative = Objects.requireNonNullElse(overrides.decorative(), overrides.alt() == null && image.decorative());
        return new ImageView(image.id(), decorative ? null : firstNonNull(overrides.alt(), image.alt()), decorative,
                firstNonNull(overrides.caption(), image.caption()), firstNonNull(overrides.credit(), image.credit()),
                image.width(),
                image.height(),
                image.src(), null, image.focalPoint(), image.dominantColor(), rights(image.details().rights()));
    }

    /** Returns an image with all of its public metadata. */
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
