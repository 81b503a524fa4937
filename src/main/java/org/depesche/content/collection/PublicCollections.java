package org.depesche.content.collection;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.depesche.content.article.Articles;
import org.depesche.content.article.view.ArticleRepresentation;
import org.depesche.content.article.view.ArticleSummary;
import org.depesche.content.article.view.FieldSelection;
import org.depesche.content.collection.CollectionArticleRepository.CollectionMember;
import org.depesche.content.image.Image;
import org.depesche.content.image.Images;
import org.depesche.content.image.view.ImagePresentation;
import org.depesche.content.image.view.ImageViews;
import org.depesche.content.site.Site;
import org.depesche.content.site.SiteReads;
import org.depesche.kernel.SlugSuggestion;
import org.depesche.kernel.Uuid7;
import org.depesche.platform.http.CacheTag;
import org.depesche.platform.http.ResponseMetadata;
import org.depesche.platform.http.request.QueryParameters;
import org.depesche.platform.http.response.MovedPermanently;
import org.depesche.platform.page.Page;
import org.depesche.platform.page.PageLinks;
import org.depesche.platform.page.PageParameters;
import org.depesche.platform.problem.Problem;
import org.depesche.platform.problem.ProblemType;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/** Reads collections for the public: all collections, but only those of their articles that are public on the site. */
@ApplicationScoped
@Transactional
class PublicCollections {

    private final CollectionRepository rows;
    private final CollectionArticleRepository members;
    private final Articles articles;
    private final Images images;
    private final ImageViews imageViews;
    private final SiteReads reads;
    private final PageLinks pages;
    private final ResponseMetadata metadata;
    private final QueryParameters queryParameters;

    PublicCollections(CollectionRepository rows, CollectionArticleRepository members, Articles articles, Images images,
            ImageViews imageViews, SiteReads reads, PageLinks pages, ResponseMetadata metadata,
            QueryParameters queryParameters) {
        this.rows = rows;
        this.members = members;
        this.articles = articles;
        this.images = images;
        this.imageViews = imageViews;
        this.reads = reads;
        this.pages = pages;
        this.metadata = metadata;
        this.queryParameters = queryParameters;
    }

    CollectionList list(CollectionParameters parameters, @Nullable String crop) {
        var site = reads.begin(parameters.site());
        var presentation = ImagePresentation.read(queryParameters, crop);
        var page = parameters.page(site, queryParameters);
        var isCounted = parameters.isCounted(queryParameters);
        queryParameters.verify();
        var slice = rows.page(site.id(), page);
        metadata.cacheTag(CacheTag.COLLECTIONS);
        return new CollectionList(views(site, slice.rows(), presentation),
                pages.pageWithTotal(slice, isCounted, () -> rows.total(site.id())));
    }

    private List<CollectionView> views(Site site, List<CollectionMetadata> collections, ImagePresentation presentation) {
        var ids = collections.stream().flatMap(collection -> Stream.ofNullable(collection.image()))
                .map(CollectionMetadata.CollectionImage::id)
                .distinct().toList();
        var imagesById = ids.isEmpty() ? Map.<UUID, Image> of() : images.byIds(ids);
        ids.forEach(id -> metadata.cacheTag(CacheTag.image(id)));
        return collections.stream()
                .map(collection -> CollectionView.of(site, collection, Optional.ofNullable(collection.image())
                        .filter(use -> imagesById.containsKey(use.id()))
                        .flatMap(use -> imageViews.shown(imagesById.get(use.id()), use.words(), presentation))
                        .orElse(null)))
                .toList();
    }

    CollectionWithArticles find(String ref, CollectionArticlesParameters parameters) {
        var site = reads.begin(parameters.site());
        var presentation = FieldSelection.forList(queryParameters, parameters.view(), parameters.include(),
                parameters.fields())
                .forPartners(queryParameters.read(CollectionArticlesParameters.USAGE, parameters.usage()).orElse(false))
                .withCrop(queryParameters, parameters.crop());
        var isCounted = queryParameters.read(CollectionArticlesParameters.TOTAL, parameters.total());
        var found = rows.find(site.id(), ref);
        var page = PageParameters.read(queryParameters, parameters.limit(), parameters.cursor(),
                CollectionArticleRepository.SORT,
                found.map(CollectionMetadata::id).orElse(site.id()).toString());
        queryParameters.verify();
        var collection = found.orElseThrow(() -> new Problem(ProblemType.NOT_FOUND,
                "There is no such collection on the site \"" + site.slug() + "\"."
                        + SlugSuggestion.didYouMean(rows.meant(site.id(), ref))));
        metadata.cacheTag(CacheTag.collection(collection.id()));
        if (!collection.slug().equals(ref) && Uuid7.parse(ref).isEmpty()) {
            throw MovedPermanently.to("/v1/collections/" + collection.slug());
        }
        var slice = members.page(site, collection.id(), page);
        return new CollectionWithArticles(views(site, List.of(collection), presentation.images()).get(0),
                items(site, slice.rows().stream().map(CollectionMember::article).toList(), presentation),
                pages.pageWithTotal(slice, isCounted, () -> members.total(site, collection.id())));
    }

    private List<ArticleRepresentation> items(Site site, List<UUID> ids, FieldSelection presentation) {
        ids.forEach(id -> metadata.cacheTag(CacheTag.article(id)));
        return List.copyOf(articles.render(site, ids, presentation).values());
    }

    /** A collection with a page of its articles. */
    @Schema(name = "Collection", description = "A list that the desk fills by hand, with a page of its public articles")
    record CollectionWithArticles(
            @JsonUnwrapped CollectionView collection,
            @Schema(
                    required = true,
                    type = SchemaType.ARRAY,
                    implementation = ArticleSummary.class,
                    description = "In the desk's order, in the amount that `view` asks for: cards, summaries or whole "
                            + "articles. `fields` leaves members out, required ones as well; `include` adds "
                            + "some.") List<ArticleRepresentation> items,
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
