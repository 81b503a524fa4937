package org.depesche.content.image.view;

import java.time.Clock;
import java.util.Objects;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.content.image.Image;
import org.depesche.content.image.ImageDetails;
import org.depesche.content.image.ImageOverrides;
import org.depesche.platform.http.PublicationZone;
import org.depesche.platform.http.ResponseMetadata;
import org.jspecify.annotations.Nullable;

/** Creates the representations of images. */
@ApplicationScoped
public class ImageViews {

    private final PublicationZone zone;
    private final MediaUrls urls;
    private final ResponseMetadata metadata;
    private final Clock clock;

    ImageViews(PublicationZone zone, MediaUrls urls, ResponseMetadata metadata, Clock clock) {
        this.zone = zone;
        this.urls = urls;
        this.metadata = metadata;
        this.clock = clock;
    }

    /**
     * Returns an image with the texts of one use, or nothing once its rights have expired. No cache may show the image after
     * its expiry.
     */
    public Optional<ImageView> shown(Image image, ImageOverrides overrides, ImagePresentation presentation) {
        if (image.isExpired(clock.instant())) {
            return Optional.empty();
        }
        limitCaches(image);
        return Optional.of(of(image, overrides, presentation));
    }

    /** Makes the response expire with the rights of the image. */
    public void limitCaches(Image image) {
        if (image.expiresAt() != null) {
            metadata.expiresAt(image.expiresAt());
        }
    }

    /** Returns the representation of an image in one use. The texts of the use take precedence over those of the image. */
    private ImageView of(Image stored, ImageOverrides overrides, ImagePresentation presentation) {
        var image = stored.asShown();
        var crop = presentation.crop();
        var decorative = Objects.requireNonNullElse(overrides.decorative(), overrides.alt() == null && image.decorative());
        var files = urls.sourceSet(image, crop);
        var size = files.isEmpty() || image.width() == null || image.height() == null ? null
                : presentation.sizeOf(image.width(), image.height());
        return new ImageView(image.id(), decorative ? null : firstNonNull(overrides.alt(), image.alt()), decorative,
                firstNonNull(overrides.caption(), image.caption()), firstNonNull(overrides.credit(), image.credit()),
                size == null ? image.width() : Integer.valueOf(size.width()),
                size == null ? image.height() : Integer.valueOf(size.height()),
                urls.source(image, crop).orElse(image.src()), files.orElse(null), image.focalPoint(),
                image.dominantColor(), rights(image.details().rights()),
                presentation.hasRenditions() ? urls.all(image) : null, image);
    }

    /** Returns an image with all of its public metadata. */
    public FullImageView full(Image image) {
        return full(image, ImagePresentation.DEFAULT);
    }

    public FullImageView full(Image stored, ImagePresentation presentation) {
        var view = of(stored, ImageOverrides.NONE, presentation);
        var image = view.registered();
        return new FullImageView(view.id(), image.serial(), view.alt(), view.decorative(), view.caption(), view.credit(),
                view.width(),
                view.height(),
                view.src(), view.srcset(), view.focalPoint(), view.dominantColor(), view.rights(), image.mediaType(),
                image.byteSize(), image.sha256(), image.takenAt() == null ? null : zone.toOffsetDateTime(image.takenAt()),
                image.details().location(), image.details().keywords(),
                image.file() == null ? null : image.file().blurHash(), urls.all(image));
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
