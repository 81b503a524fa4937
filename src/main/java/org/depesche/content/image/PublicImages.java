package org.depesche.content.image;

import java.util.List;
import java.util.Objects;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.depesche.content.listing.ListKind;
import org.depesche.content.listing.Listings;
import org.depesche.content.site.Site;
import org.depesche.content.site.Sites;
import org.depesche.content.vocabulary.ListPages;
import org.depesche.kernel.Uuid7;
import org.depesche.platform.http.Inputs;
import org.depesche.platform.http.Provenance;
import org.depesche.platform.problem.Problem;
import org.depesche.platform.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/** What the public reads of images: those alone that a published article of the site uses. */
@ApplicationScoped
@Transactional
class PublicImages {

    private final Images images;
    private final Sites sites;
    private final ImageViews views;
    private final ImageSelect select;
    private final Listings listings;
    private final ListPages pages;
    private final Provenance provenance;

    PublicImages(Images images, Sites sites, ImageViews views, ImageSelect select, Listings listings, ListPages pages,
            Provenance provenance) {
        this.images = images;
        this.sites = sites;
        this.views = views;
        this.select = select;
        this.listings = listings;
        this.pages = pages;
        this.provenance = provenance;
    }

    ImageList list(ImageParameters parameters, Inputs inputs) {
        var query = parameters.read(sites.requested(inputs, parameters.site()), inputs);
        inputs.verify();
        var slice = select.page(query);
        var known = images.byIds(slice.rows());
        provenance.tag("list:all");
        provenance.tag(ImageEvent.LIST_CACHE_TAG);
        return new ImageList(slice.rows().stream().map(id -> views.whole(Objects.requireNonNull(known.get(id)))).toList(),
                pages.counted(slice, query.isCounted(), () -> select.total(query)));
    }

    /** Unknown and in use by nothing public look the same. */
    WholeImage one(String ref, @Nullable String asked, Inputs inputs) {
        var site = sites.requested(inputs, asked);
        inputs.verify();
        var image = Uuid7.parse(ref).filter(id -> isInUse(site, id)).flatMap(images::byId).orElseThrow(
                () -> new Problem(ProblemType.NOT_FOUND, "There is no such image on the site \"" + site.slug() + "\"."));
        provenance.tag(ImageEvent.cacheTag(image.id()));
        provenance.changedAt(image.updatedAt());
        return views.whole(image);
    }

    private boolean isInUse(Site site, UUID id) {
        return listings.sizes(site.id(), ListKind.IMAGE, List.of(id)).getOrDefault(id, 0L) > 0;
    }
}
