package org.depesche.content.collection;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.depesche.content.article.Articles;
import org.depesche.content.article.view.ArticleSummary;
import org.depesche.content.article.view.FieldSelection;
import org.depesche.content.collection.CollectionArticleRepository.CollectionMember;
import org.depesche.content.image.Image;
import org.depesche.content.image.ImageViews;
import org.depesche.content.image.Images;
import org.depesche.content.site.Site;
import org.depesche.content.site.Sites;
import org.depesche.content.taxonomy.PageLinks;
import org.depesche.kernel.Uuid7;
import org.depesche.platform.http.CacheTag;
import org.depesche.platform.http.ChangeLogPosition;
import org.depesche.platform.http.MovedPermanently;
import org.depesche.platform.http.ResponseMetadata;
import org.depesche.platform.http.request.QueryParameters;
import org.depesche.platform.page.Page;
import org.depesche.platform.problem.Problem;
import org.depesche.platform.problem.ProblemType;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/** What the public reads of collections: all as saved, and of what stands in them that which is public on the site. */
@ApplicationScoped
@Transactional
class PublicCollections {

    private final CollectionRepository rows;
    private final CollectionArticleRepository members;
    private final Articles articles;
    private final Images images;
    private final ImageViews imageViews;
    private final Sites sites;
    private final PageLinks pages;
    private final ChangeLogPosition positions;
    private final ResponseMetadata provenance;
    private final QueryParameters inputs;

    PublicCollections(CollectionRepository rows, CollectionArticleRepository members, Articles articles, Images images,
            ImageViews imageViews, Sites sites, PageLinks pages, ChangeLogPosition positions, ResponseMetadata provenance,
            QueryParameters inputs) {
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
        positions.readAndRecord();
        var site = sites.requested(inputs, given.site());
        var page = given.page(site, inputs);
        var isCounted = given.isCounted(inputs);
        inputs.verify();
        var slice = rows.page(site.id(), page);
        provenance.cacheTag(CacheTag.COLLECTIONS);
        return new CollectionList(views(site, slice.rows()),
                pages.pageWithTotal(slice, isCounted, () -> rows.total(site.id())));
    }

    private List<CollectionView> views(Site site, List<CollectionMetadata> shown) {
        var ids = shown.stream().flatMap(one -> Stream.ofNullable(one.image())).map(CollectionMetadata.CollectionImage::id)
                .distinct().toList();
        var known = ids.isEmpty() ? Map.<UUID, Image> of() : images.byIds(ids);
        ids.forEach(id -> provenance.cacheTag(CacheTag.image(id)));
        return shown.stream().map(one -> CollectionView.of(site, one, Optional.ofNullable(one.image())
                .filter(use -> known.containsKey(use.id())).map(use -> imageViews.of(known.get(use.id()), use.words()))
                .orElse(null))).toList();
    }

    CollectionWithArticles one(String ref, CollectionArticlesParameters given) {
        positions.readAndRecord();
        var site = sites.requested(inputs, given.site());
        var presentation = FieldSelection.forList(inputs, given.view(), given.include(), given.fields());
        var isCounted = inputs.flag("total", given.total(), false);
        var found = rows.find(site.id(), ref);
        var page = CollectionParameters.page(inputs, given.limit(), given.cursor(), CollectionArticleRepository.SORT,
                found.map(CollectionMetadata::id).orElse(site.id()));
        inputs.verify();
        var collection = found.orElseThrow(() -> new Problem(ProblemType.NOT_FOUND,
                "There is no such collection on the site \"" + site.slug() + "\"."));
        provenance.cacheTag(CacheTag.collection(collection.id()));
        if (!collection.slug().equals(ref) && Uuid7.parse(ref).isEmpty()) {
            throw MovedPermanently.to("/v1/collections/" + collection.slug());
        }
        var slice = members.page(site, collection.id(), page);
        return new CollectionWithArticles(views(site, List.of(collection)).get(0),
                items(site, slice.rows().stream().map(CollectionMember::article).toList(), presentation),
                pages.pageWithTotal(slice, isCounted, () -> members.total(site, collection.id())));
    }

    private List<Object> items(Site site, List<UUID> ids, FieldSelection presentation) {
        ids.forEach(id -> provenance.cacheTag(CacheTag.article(id)));
        return List.copyOf(articles.render(site, ids, presentation).values());
    }

    /** One collection with a page of its articles. */
    @Schema(name = "Collection", description = "A list that the desk fills by hand, with a page of its public articles")
    record CollectionWithArticles(
            @JsonUnwrapped CollectionView collection,
            @Schema(required = true, type = SchemaType.ARRAY, implementation = ArticleSummary.class, description = "In the desk's order, in the amount that `view` asks for: cards, summaries or whole articles. `fields` leaves members out, required ones as well; `include` adds some.") List<Object> items,
            @Schema(required = true) Page page) {

        CollectionWithArticles {
            items = List.copyOf(items);
        }
    }

    @Schema(name = "CollectionList", description = "One page of collections, by name")
    record CollectionList(@Schema(required = true) List<CollectionView> items, @Schema(required = true) Page page) {

        CollectionList {
            items = List.copyOf(items);
        }
    }
}
