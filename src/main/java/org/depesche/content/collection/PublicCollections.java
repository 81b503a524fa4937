package org.depesche.content.collection;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.depesche.content.article.Articles;
import org.depesche.content.article.CacheTags;
import org.depesche.content.article.Presentation;
import org.depesche.content.collection.CollectionMembers.Member;
import org.depesche.content.image.Image;
import org.depesche.content.image.ImageViews;
import org.depesche.content.image.Images;
import org.depesche.content.site.Site;
import org.depesche.content.site.Sites;
import org.depesche.content.vocabulary.ListPages;
import org.depesche.kernel.Uuid7;
import org.depesche.platform.http.Inputs;
import org.depesche.platform.http.LogPosition;
import org.depesche.platform.http.Moved;
import org.depesche.platform.http.Provenance;
import org.depesche.platform.problem.Problem;
import org.depesche.platform.problem.ProblemType;

/** What the public reads of collections: all as saved, and of what stands in them that which is public on the site. */
@ApplicationScoped
@Transactional
class PublicCollections {

    private final CollectionRows rows;
    private final CollectionMembers members;
    private final Articles articles;
    private final Images images;
    private final ImageViews imageViews;
    private final Sites sites;
    private final ListPages pages;
    private final LogPosition positions;
    private final Provenance provenance;
    private final Inputs inputs;

    PublicCollections(CollectionRows rows, CollectionMembers members, Articles articles, Images images,
            ImageViews imageViews, Sites sites, ListPages pages, LogPosition positions, Provenance provenance,
            Inputs inputs) {
        this.rows = rows;
        this.members = members;
        this.articles = articles;
        this.images = images;
        this.imageViews = imageViews;
        this.sites = sites;
        this.pages = pages;
        this.positions = positions;
        this.provenance = provenance;
        this.inputs = inputs;
    }

    CollectionList list(CollectionParameters given) {
        positions.now();
        var site = sites.requested(inputs, given.site());
        var page = given.page(site, inputs);
        var isCounted = given.isCounted(inputs);
        inputs.verify();
        var slice = rows.page(site.id(), page);
        provenance.tag(CollectionEvent.LIST_CACHE_TAG);
        return new CollectionList(views(site, slice.rows()),
                pages.counted(slice, isCounted, () -> rows.total(site.id())));
    }

    private List<CollectionView> views(Site site, List<NamedCollection> shown) {
        var ids = shown.stream().flatMap(one -> Stream.ofNullable(one.image())).map(CollectionImage::id).distinct().toList();
        var known = ids.isEmpty() ? Map.<UUID, Image> of() : images.byIds(ids);
        ids.forEach(id -> provenance.tag(CacheTags.image(id)));
        return shown.stream().map(one -> CollectionView.of(site, one, Optional.ofNullable(one.image())
                .filter(use -> known.containsKey(use.id())).map(use -> imageViews.of(known.get(use.id()), use.words()))
                .orElse(null))).toList();
    }

    SingleCollection one(String ref, CollectedParameters given) {
        positions.now();
        var site = sites.requested(inputs, given.site());
        var presentation = Presentation.ofList(inputs, given.view(), given.include(), given.fields());
        var isCounted = inputs.flag("total", given.total(), false);
        var found = rows.find(site.id(), ref);
        var page = CollectionParameters.page(inputs, given.limit(), given.cursor(), CollectionMembers.SORT,
                found.map(NamedCollection::id).orElse(site.id()));
        inputs.verify();
        var collection = found.orElseThrow(() -> new Problem(ProblemType.NOT_FOUND,
                "There is no such collection on the site \"" + site.slug() + "\"."));
        provenance.tag(CollectionEvent.cacheTag(collection.id()));
        if (!collection.slug().equals(ref) && Uuid7.parse(ref).isEmpty()) {
            throw Moved.to("/v1/collections/" + collection.slug());
        }
        var slice = members.page(site, collection.id(), page);
        return new SingleCollection(views(site, List.of(collection)).get(0),
                items(site, slice.rows().stream().map(Member::article).toList(), presentation),
                pages.counted(slice, isCounted, () -> members.total(site, collection.id())));
    }

    private List<Object> items(Site site, List<UUID> ids, Presentation presentation) {
        ids.forEach(id -> provenance.tag(CacheTags.article(id)));
        return List.copyOf(articles.documents(site, ids, presentation).values());
    }
}
