package org.depesche.content.article;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import org.depesche.content.article.list.ArticleFilterParameters;
import org.depesche.content.article.list.ArticleList;
import org.depesche.content.article.list.ArticleListParameters;
import org.depesche.content.article.list.ArticleListQuery;
import org.depesche.content.article.list.ArticleListQueryParser;
import org.depesche.content.article.list.ArticlePager;
import org.depesche.content.category.Categories;
import org.depesche.content.listing.ListKey;
import org.depesche.content.listing.ListKind;
import org.depesche.content.listing.ListRegistry;
import org.depesche.content.site.Sites;
import org.depesche.kernel.Uuid7;
import org.depesche.platform.database.AutocommitReads;
import org.depesche.platform.http.CacheTag;
import org.depesche.platform.http.ChangeLogPosition;
import org.depesche.platform.http.MovedPermanently;
import org.depesche.platform.http.ResponseMetadata;
import org.depesche.platform.http.request.QueryParameters;
import org.depesche.platform.problem.Problem;
import org.depesche.platform.problem.ProblemType;

/** Reads the article lists of a category or an image. */
@ApplicationScoped
@Transactional
class ScopedArticleLists {

    private final ArticleLists lists;
    private final Sites sites;
    private final ArticleListQueryParser queries;
    private final ArticlePager lister;
    private final Categories categories;
    private final ListRegistry listings;
    private final ChangeLogPosition positions;
    private final ResponseMetadata provenance;
    private final QueryParameters inputs;
    private final AutocommitReads glances;

    ScopedArticleLists(ArticleLists lists, Sites sites, ArticleListQueryParser queries, ArticlePager lister,
            Categories categories,
            ListRegistry listings,
            ChangeLogPosition positions, ResponseMetadata provenance, QueryParameters inputs, AutocommitReads glances) {
        this.lists = lists;
        this.sites = sites;
        this.queries = queries;
        this.lister = lister;
        this.categories = categories;
        this.listings = listings;
        this.positions = positions;
        this.provenance = provenance;
        this.inputs = inputs;
        this.glances = glances;
    }

    @Transactional(TxType.SUPPORTS)
    ArticleList inCategory(String ref, ArticleFilterParameters filters, ArticleListParameters given) {
        return glances.call(() -> readCategory(ref, filters, given));
    }

    private ArticleList readCategory(String ref, ArticleFilterParameters filters, ArticleListParameters given) {
        positions.readAndRecord();
        var site = sites.requested(inputs, filters.site());
        var tree = categories.tree(site);
        var category = tree.byRef(ref).orElseThrow(
                () -> new Problem(ProblemType.NOT_FOUND, "No category is at this address." + tree.didYouMean(ref)));
        if (!category.slug().equals(ref) && !category.id().toString().equalsIgnoreCase(ref)) {
            provenance.cacheTag(CacheTag.category(category.id()));
            throw MovedPermanently.to("/v1/categories/" + category.slug() + "/articles");
        }
        if (given.ids() != null) {
            provenance.cacheTag(CacheTag.listOfCategory(category.id()));
            return lists.listByIds(filters, given, site,
                    Optional.of(ListKey.of(site.id(), ListKind.CATEGORY, category.id())));
        }
        return page(queries.parse(filters.withCategory(category.id().toString()), given, site));
    }

    ArticleList withImage(String ref, ArticleFilterParameters filters, ArticleListParameters given) {
        positions.readAndRecord();
        var site = sites.requested(inputs, filters.site());
        var list = Uuid7.parse(ref).map(id -> ListKey.of(site.id(), ListKind.IMAGE, id))
                .filter(key -> !listings.sizes(site.id(), ListKind.IMAGE, List.of(key.id())).isEmpty())
                .orElseThrow(() -> new Problem(ProblemType.NOT_FOUND, "No image is at this address."));
        if (given.ids() != null) {
            return lists.listByIds(filters, given, site, Optional.of(list));
        }
        return page(queries.parse(filters, given, site, Set.of(list)));
    }

    private ArticleList page(ArticleListQuery query) {
        inputs.verify();
        return lister.page(query);
    }
}
