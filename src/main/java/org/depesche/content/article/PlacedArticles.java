package org.depesche.content.article;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import org.depesche.content.category.Categories;
import org.depesche.content.listing.ListKey;
import org.depesche.content.listing.ListKind;
import org.depesche.content.listing.Listings;
import org.depesche.kernel.Uuid7;
import org.depesche.platform.database.Glances;
import org.depesche.platform.http.Inputs;
import org.depesche.platform.http.LogPosition;
import org.depesche.platform.http.Moved;
import org.depesche.platform.http.Provenance;
import org.depesche.platform.problem.Problem;
import org.depesche.platform.problem.ProblemType;

/** Article lists below something else: a category, an image. */
@ApplicationScoped
@Transactional
class PlacedArticles {

    private final Articles articles;
    private final ArticleQueries queries;
    private final ArticleLister lister;
    private final Categories categories;
    private final Listings listings;
    private final LogPosition positions;
    private final Provenance provenance;
    private final Inputs inputs;
    private final Glances glances;

    PlacedArticles(Articles articles, ArticleQueries queries, ArticleLister lister, Categories categories, Listings listings,
            LogPosition positions, Provenance provenance, Inputs inputs, Glances glances) {
        this.articles = articles;
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
        return glances.call(() -> placed(ref, filters, given));
    }

    private ArticleList placed(String ref, ArticleFilterParameters filters, ArticleListParameters given) {
        positions.now();
        var site = articles.site(filters.site());
        var category = categories.tree(site).byRef(ref)
                .orElseThrow(() -> new Problem(ProblemType.NOT_FOUND, "No category is at this address."));
        if (!category.slug().equals(ref) && !category.id().toString().equalsIgnoreCase(ref)) {
            provenance.tag(CacheTags.category(category.id()));
            throw Moved.to("/v1/categories/" + category.slug() + "/articles");
        }
        if (given.ids() != null) {
            provenance.tag(CacheTags.listOf("category", category.id()));
            return articles.named(filters, given, site, Optional.of(ListKey.of(site.id(), ListKind.CATEGORY, category.id())));
        }
        return page(queries.read(filters.within(category.id().toString()), given, site));
    }

    ArticleList withImage(String ref, ArticleFilterParameters filters, ArticleListParameters given) {
        positions.now();
        var site = articles.site(filters.site());
        var list = Uuid7.parse(ref).map(id -> ListKey.of(site.id(), ListKind.IMAGE, id))
                .filter(key -> !listings.sizes(site.id(), ListKind.IMAGE, List.of(key.id())).isEmpty())
                .orElseThrow(() -> new Problem(ProblemType.NOT_FOUND, "No image is at this address."));
        if (given.ids() != null) {
            return articles.named(filters, given, site, Optional.of(list));
        }
        return page(queries.read(filters, given, site, Set.of(list), CacheTags.image(list.id())));
    }

    private ArticleList page(ArticleQuery query) {
        inputs.verify();
        return lister.page(query);
    }
}
