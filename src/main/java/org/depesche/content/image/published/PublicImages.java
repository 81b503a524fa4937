package org.depesche.content.image.published;

import java.time.Clock;
import java.util.List;
import java.util.Objects;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.depesche.content.image.ImageFinder;
import org.depesche.content.image.Images;
import org.depesche.content.image.view.FullImageView;
import org.depesche.content.image.view.ImagePresentation;
import org.depesche.content.image.view.ImageViews;
import org.depesche.content.site.Sites;
import org.depesche.platform.http.CacheTag;
import org.depesche.platform.http.ResponseMetadata;
import org.depesche.platform.http.request.QueryParameters;
import org.depesche.platform.page.Page;
import org.depesche.platform.page.PageLinks;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The public read side of images. */
@ApplicationScoped
@Transactional
class PublicImages {

    private final Images images;
    private final Sites sites;
    private final ImageViews views;
    private final ImageFinder finder;
    private final PublicImageLookup lookup;
    private final PageLinks pages;
    private final ResponseMetadata metadata;
    private final Clock clock;

    PublicImages(Images images, Sites sites, ImageViews views, ImageFinder finder, PublicImageLookup lookup,
            PageLinks pages,
            ResponseMetadata metadata, Clock clock) {
        this.images = images;
        this.sites = sites;
        this.views = views;
        this.finder = finder;
        this.lookup = lookup;
        this.pages = pages;
        this.metadata = metadata;
        this.clock = clock;
    }

    ImageList list(ImageParameters parameters, QueryParameters inputs) {
        var presentation = ImagePresentation.read(inputs, parameters.crop());
        var query = parameters.read(sites.requested(inputs, parameters.site()), inputs);
        inputs.verify();
        var slice = finder.page(query);
        var imagesById = images.byIds(slice.rows());
        var shown = slice.rows().stream().map(id -> Objects.requireNonNull(imagesById.get(id)))
                .filter(image -> !image.isExpired(clock.instant())).toList();
        shown.forEach(views::limitCaches);
        metadata.cacheTag(CacheTag.LIST_ALL);
        metadata.cacheTag(CacheTag.IMAGES);
        return new ImageList(
                shown.stream().map(image -> views.full(image, presentation)).toList(),
                pages.pageWithTotal(slice, query.isCounted(), () -> finder.total(query)));
    }

    FullImageView one(String id, @Nullable String requestedSite, @Nullable String requestedCrop, QueryParameters inputs) {
        var presentation = ImagePresentation.read(inputs, requestedCrop);
        var site = sites.requested(inputs, requestedSite);
        inputs.verify();
        var image = lookup.require(site, id);
        views.limitCaches(image);
        metadata.changedAt(image.updatedAt(), clock.instant());
        return views.full(image, presentation);
    }

    @Schema(name = "ImageList", description = "One page of images, newest first")
    record ImageList(@Schema(required = true) List<FullImageView> items, @Schema(required = true) Page page) {

        ImageList {
            items = List.copyOf(items);
        }
    }
}
