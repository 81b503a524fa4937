package org.depesche.content.image.desk;

import java.net.URI;
import java.time.Clock;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.content.image.Image;
import org.depesche.content.image.view.FullImageView;
import org.depesche.content.image.view.ImageViews;
import org.depesche.platform.http.AbsoluteUrls;
import org.depesche.platform.http.PublicationZone;

/** Creates the editorial representations of images. They have no addresses of public files once the rights have expired. */
@ApplicationScoped
class EditorialImageViews {

    private final ImageViews views;
    private final AbsoluteUrls urls;
    private final PublicationZone zone;
    private final Clock clock;

    EditorialImageViews(ImageViews views, AbsoluteUrls urls, PublicationZone zone, Clock clock) {
        this.views = views;
        this.urls = urls;
        this.zone = zone;
        this.clock = clock;
    }

    EditorialImageView of(Image image) {
        var view = EditorialImageView.of(image, shown(image), zone, original(image));
        return image.file() != null && image.isExpired(clock.instant()) ? view.withoutPublicFiles() : view;
    }

    /** Returns the public representation. */
    FullImageView shown(Image image) {
        return views.full(image);
    }

    private URI original(Image image) {
        return urls.of("/v1/editorial/images/" + image.id() + "/file");
    }
}
