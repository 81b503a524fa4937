package org.depesche.content.category;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.depesche.content.listing.ListKind;
import org.depesche.content.listing.Listings;
import org.depesche.content.site.Site;
import org.depesche.content.site.Sites;
import org.depesche.kernel.Uuid7;
import org.depesche.platform.http.Inputs;
import org.depesche.platform.http.Moved;
import org.depesche.platform.http.Provenance;
import org.depesche.platform.problem.Problem;
import org.depesche.platform.problem.ProblemType;
import org.jspecify.annotations.Nullable;

import io.quarkus.arc.All;

/** What the public reads of categories: names and order from memory, counts and newest articles in one statement each. */
@ApplicationScoped
@Transactional
class PublicCategories {

    private final Categories categories;
    private final Sites sites;
    private final Listings listings;
    private final List<LatestArticles> articles;
    private final Provenance provenance;

    PublicCategories(Categories categories, Sites sites, Listings listings, @All List<LatestArticles> articles,
            Provenance provenance) {
        this.categories = categories;
        this.sites = sites;
        this.listings = listings;
        this.articles = articles;
        this.provenance = provenance;
    }

    /** The tree or the flat list. */
    Object list(CategoryParameters parameters, Inputs inputs) {
        var query = parameters.read(sites, inputs);
        var views = all(query);
        return query.isFlat() ? new FlatCategoryList(views.tree().all().stream().map(views::flat).toList())
                : new CategoryTreeView(views.nodes(views.tree().roots()));
    }

    private CategoryViews all(CategoryQuery query) {
        var site = query.site();
        var tree = categories.tree(site);
        var ids = tree.all().stream().map(Category::id).toList();
        provenance.tag("list:all");
        provenance.tag(CategoryEvent.LIST_CACHE_TAG);
        return new CategoryViews(site, tree, counts(site, ids), query.latest() == 0 ? null : latest(query, ids));
    }

    private @Nullable Map<UUID, List<?>> latest(CategoryQuery query, List<UUID> ids) {
        return articles.isEmpty() ? Map.of() : articles.get(0).latest(query.site(), ids, query.latest());
    }

    SingleCategory one(String ref, @Nullable String asked, Inputs inputs) {
        var site = sites.requested(inputs, asked);
        inputs.verify();
        var tree = categories.tree(site);
        var category = tree.byRef(ref).orElseThrow(
                () -> new Problem(ProblemType.NOT_FOUND, "There is no such category on the site \"" + site.slug() + "\"."));
        provenance.tag(CategoryEvent.cacheTag(category.id()));
        provenance.tag(CategoryEvent.LIST_CACHE_TAG);
        if (!category.slug().equals(ref) && !category.id().toString().equalsIgnoreCase(ref)) {
            throw Moved.to("/v1/categories/" + category.slug());
        }
        provenance.tag("list:category:" + Uuid7.compact(category.id()));
        return new CategoryViews(site, tree, counts(site, tree.withDescendants(category.id())), null).single(category);
    }

    private Map<UUID, Long> counts(Site site, Collection<UUID> ids) {
        return listings.sizes(site.id(), ListKind.CATEGORY, ids);
    }
}
