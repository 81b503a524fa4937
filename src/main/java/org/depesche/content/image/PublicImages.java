package org.depesche.content.image;

import java.util.List;
import java.util.Objects;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.depesche.content.listing.ListKind;
import org.depesche.content.listing.ListRegistry;
import org.depesche.content.site.Site;
import org.depesche.content.site.Sites;
import org.depesche.content.taxonomy.PageLinks;
import org.depesche.kernel.Uuid7;
import org.depesche.platform.http.ResponseMetadata;
import org.depesche.platform.http.request.QueryParameters;
import org.depesche.platform.page.Page;
import org.depesche.platform.problem.Problem;
import org.depesche.platform.problem.ProblemType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What the public reads of images: those alone that a published article of the site uses. */
@ApplicationScoped
@Transactional
class PublicImages {

    private final Images images;
    private final Sites sites;
    private final ImageViews views;
    private final ImageFinder select;
    private final ListRegistry listings;
    private final PageLinks pages;
    private final ResponseMetadata provenance;

    PublicImages(Images images, Sites sites, ImageViews views, ImageFinder select, ListRegistry listings, PageLinks pages,
            ResponseMetadata provenance) {
        this.images = images;
        this.sites = sites;
        this.views = views;
        this.select = select;
        this.listings = listings;
        this.pages = pages;
        this.provenance = provenance;
    }

    ImageList list(ImageParameters parameters, QueryParameters inputs) {
        var query = parameters.read(sites.requested(inputs, parameters.site()), inputs);
        inputs.verify();
        var slice = select.page(query);
        var known = images.byIds(slice.rows());
        provenance.cacheTag("list:all");
        provenance.cacheTag(ImageEvent.LIST_CACHE_TAG);
        return new ImageList(slice.rows().stream().map(id -> views.full(Objects.requireNonNull(known.get(id)))).toList(),
                pages.pageWithTotal(slice, query.isCounted(), () -> select.total(query)));
    }

    /** Unknown and in use by nothing public look the same. */
    FullImageView one(String ref, @Nullable String asked, QueryParameters inputs) {
        var site = sites.requested(inputs, asked);
        inputs.verify();
        var image = Uuid7.parse(ref).filter(id -> isInUse(site, id)).flatMap(images::byId).orElseThrow(
                () -> new Problem(ProblemType.NOT_FOUND, "There is no such image on the site \"" + site.slug() + "\"."));
        provenance.cacheTag(ImageEvent.cacheTag(image.id()));
        provenance.lastModified(image.updatedAt());
        return views.full(image);
    }

    private boolean isInUse(Site site, UUID id) {
        return listings.sizes(site.id(), ListKind.IMAGE, List.of(id)).getOrDefault(id, 0L) > 0;
    }

    @Schema(name = "ImageList", description = "One page of images, newest first")
    record ImageList(@Schema(required = true) List<FullImageView> items, @Schema(required = true) Page page) {

        ImageList {
            items = List.copyOf(items);
        }
    }
}
