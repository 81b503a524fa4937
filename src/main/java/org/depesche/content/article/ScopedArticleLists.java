package org.depesche.content.article;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.depesche.content.article.list.ArticleFilterParameters;
import org.depesche.content.article.list.ArticleList;
import org.depesche.content.article.list.ArticleListParameters;
import org.depesche.content.article.list.ArticleListQuery;
import org.depesche.content.article.list.ArticleListQueryParser;
import org.depesche.content.article.list.ArticlePager;
import org.depesche.content.author.Author;
import org.depesche.content.author.Authors;
import org.depesche.content.category.Categories;
import org.depesche.content.image.published.PublicImageLookup;
import org.depesche.content.listing.ListKey;
import org.depesche.content.listing.ListKind;
import org.depesche.content.listing.ListRegistry;
import org.depesche.content.site.Site;
import org.depesche.content.site.SiteReads;
import org.depesche.content.tag.Tag;
import org.depesche.content.tag.Tags;
import org.depesche.kernel.SlugSuggestion;
import org.depesche.platform.http.CacheTag;
import org.depesche.platform.http.ResponseMetadata;
import org.depesche.platform.http.request.QueryParameters;
import org.depesche.platform.http.response.MovedPermanently;
import org.depesche.platform.problem.Problem;
import org.depesche.platform.problem.ProblemType;

/** Reads the article lists of a category, a tag, an author or an image. */
@ApplicationScoped
@Transactional
class ScopedArticleLists {

    private final ArticleLists lists;
    private final SiteReads reads;
    private final ArticleListQueryParser queries;
    private final ArticlePager pager;
    private final Categories categories;
    private final Tags tags;
    private final Authors authors;
    private final PublicImageLookup images;
    private final ListRegistry listings;
    private final ResponseMetadata metadata;
    private final QueryParameters inputs;

    ScopedArticleLists(ArticleLists lists, SiteReads reads, ArticleListQueryParser queries, ArticlePager pager,
            Categories categories, Tags tags, Authors authors, PublicImageLookup images, ListRegistry listings,
            ResponseMetadata metadata, QueryParameters inputs) {
        this.lists = lists;
        this.reads = reads;
        this.queries = queries;
        this.pager = pager;
        this.categories = categories;
        this.tags = tags;
        this.authors = authors;
        this.images = images;
        this.listings = listings;
        this.metadata = metadata;
        this.inputs = inputs;
    }

    ArticleList inCategory(String ref, ArticleFilterParameters filters, ArticleListParameters given) {
        var site = requestedSite(filters);
        var tree = categories.tree(site);
        var category = tree.byRef(ref).orElseThrow(() -> notFound("category", tree.didYouMean(ref)));
        return read(new Scope(ScopeKind.CATEGORY, site, category.id(), category.slug()), ref, filters, given);
    }

    ArticleList withTag(String ref, ArticleFilterParameters filters, ArticleListParameters given) {
        var site = requestedSite(filters);
        var tag = Optional.ofNullable(tags.byRefs(List.of(ref)).get(ref))
                .filter(found -> isUsed(ListKey.of(site.id(), ListKind.TAG, found.id())))
                .orElseThrow(() -> notFound("tag", SlugSuggestion.didYouMean(tags.meant(ref)
                        .filter(meant -> isUsed(ListKey.of(site.id(), ListKind.TAG, meant.id())))
                        .map(Tag::slug))));
        return read(new Scope(ScopeKind.TAG, site, tag.id(), tag.slug()), ref, filters, given);
    }

    ArticleList byAuthor(String ref, ArticleFilterParameters filters, ArticleListParameters given) {
        var site = requestedSite(filters);
        var author = Optional.ofNullable(authors.byRefs(List.of(ref)).get(ref))
                .filter(found -> isUsed(ListKey.of(site.id(), ListKind.AUTHOR, found.id())))
                .orElseThrow(() -> notFound("author", SlugSuggestion.didYouMean(authors.meant(ref)
                        .filter(meant -> isUsed(ListKey.of(site.id(), ListKind.AUTHOR, meant.id())))
                        .map(Author::slug))));
        return read(new Scope(ScopeKind.AUTHOR, site, author.id(), author.slug()), ref, filters, given);
    }

    private Site requestedSite(ArticleFilterParameters filters) {
        return reads.begin(filters.site());
    }

    /** Without a public article on the site, the response is the same 404 as for a tag or an author that does not exist. */
    private boolean isUsed(ListKey list) {
        return !listings.sizes(list.site(), list.kind(), List.of(list.id())).isEmpty();
    }

    private static Problem notFound(String kind, String hint) {
        return new Problem(ProblemType.NOT_FOUND, "No " + kind + " is at this address." + hint);
    }

    private ArticleList read(Scope scope, String ref, ArticleFilterParameters filters, ArticleListParameters given) {
        var kind = scope.kind();
        if (!scope.slug().equals(ref) && !scope.id().toString().equalsIgnoreCase(ref)) {
            metadata.cacheTag(kind.entryTag.apply(scope.id()));
            throw MovedPermanently.to("/v1/" + kind.path + "/" + scope.slug() + "/articles");
        }
        if (given.hasIds()) {
            metadata.cacheTag(kind.listTag.apply(scope.id()));
            return lists.listByIds(filters, given, scope.site(),
                    Optional.of(ListKey.of(scope.site().id(), kind.list, scope.id())));
        }
        return page(queries.parse(kind.narrowing.apply(filters, scope.id().toString()), given, scope.site()));
    }

    ArticleList withImage(String ref, ArticleFilterParameters filters, ArticleListParameters given) {
        var site = requestedSite(filters);
        var list = ListKey.of(site.id(), ListKind.IMAGE, images.require(site, ref).id());
        if (given.hasIds()) {
            return lists.listByIds(filters, given, site, Optional.of(list));
        }
        return page(queries.parse(filters, given, site, Set.of(list)));
    }

    private ArticleList page(ArticleListQuery query) {
        inputs.verify();
        return pager.page(query);
    }

    /** The category, tag or author in the path of a request. */
    private record Scope(ScopeKind kind, Site site, UUID id, String slug) {
    }

    private enum ScopeKind {
        CATEGORY("categories", ListKind.CATEGORY, CacheTag::category, CacheTag::listOfCategory,
                ArticleFilterParameters::withCategory),
        TAG("tags", ListKind.TAG, CacheTag::tag, CacheTag::listOfTag, ArticleFilterParameters::withTag),
        AUTHOR("authors", ListKind.AUTHOR, CacheTag::author, CacheTag::listOfAuthor, ArticleFilterParameters::withAuthor);

        private final String path;
        private final ListKind list;
        private final Function<UUID, CacheTag> entryTag;
        private final Function<UUID, CacheTag> listTag;
        private final BiFunction<ArticleFilterParameters, String, ArticleFilterParameters> narrowing;

        ScopeKind(String path, ListKind list, Function<UUID, CacheTag> entryTag, Function<UUID, CacheTag> listTag,
                BiFunction<ArticleFilterParameters, String, ArticleFilterParameters> narrowing) {
            this.path = path;
            this.list = list;
            this.entryTag = entryTag;
            this.listTag = listTag;
            this.narrowing = narrowing;
        }
    }
}
