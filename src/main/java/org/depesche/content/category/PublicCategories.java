package org.depesche.content.category;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.depesche.content.image.view.ImagePresentation;
import org.depesche.content.image.view.ShownImages;
import org.depesche.content.listing.ListKind;
import org.depesche.content.listing.ListRegistry;
import org.depesche.content.site.Site;
import org.depesche.content.site.Sites;
import org.depesche.platform.http.CacheTag;
import org.depesche.platform.http.ResponseMetadata;
import org.depesche.platform.http.request.QueryParameters;
import org.depesche.platform.http.response.MovedPermanently;
import org.depesche.platform.problem.Problem;
import org.depesche.platform.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/**
 * Reads categories for the public. Names and order come from the cache, counts and newest articles from one statement each.
 */
@ApplicationScoped
@Transactional
class PublicCategories {

    private final Categories categories;
    private final Sites sites;
    private final ListRegistry lists;
    private final LatestArticles articles;
    private final ShownImages images;
    private final ResponseMetadata metadata;

    PublicCategories(Categories categories, Sites sites, ListRegistry lists, LatestArticles articles,
            ShownImages images, ResponseMetadata metadata) {
        this.categories = categories;
        this.sites = sites;
        this.lists = lists;
        this.articles = articles;
        this.images = images;
        this.metadata = metadata;
    }

    CategoryListView list(CategoryParameters parameters, QueryParameters inputs) {
        var query = parameters.read(sites, inputs, articles);
        var views = all(query);
        return new CategoryListView(query.isFlat() ? views.tree().all().stream().map(views::flat).toList()
                : views.nodes(views.tree().roots()));
    }

    private CategoryViewBuilder all(CategoryParameters.CategoryQuery query) {
        var site = query.site();
        var tree = categories.tree(site);
        var ids = tree.all().stream().map(Category::id).toList();
        metadata.cacheTag(CacheTag.LIST_ALL);
        metadata.cacheTag(CacheTag.CATEGORIES);
        return new CategoryViewBuilder(site, tree, counts(site, ids),
                images.byIds(tree.all().stream().map(Category::imageId), query.images()),
                query.latest().map(reader -> reader.latest(ids)).orElse(null));
    }

    CategoryView one(String ref, @Nullable String requestedSite, @Nullable String crop, QueryParameters inputs) {
        var site = sites.requested(inputs, requestedSite);
        var presentation = ImagePresentation.read(inputs, crop);
        inputs.verify();
        var tree = categories.tree(site);
        var category = tree.byRef(ref).orElseThrow(
                () -> new Problem(ProblemType.NOT_FOUND, "There is no such category on the site \"" + site.slug() + "\"."
                        + tree.didYouMean(ref)));
        metadata.cacheTag(CacheTag.category(category.id()));
        metadata.cacheTag(CacheTag.CATEGORIES);
        if (!category.slug().equals(ref) && !category.id().toString().equalsIgnoreCase(ref)) {
            throw MovedPermanently.to("/v1/categories/" + category.slug());
        }
        metadata.cacheTag(CacheTag.listOfCategory(category.id()));
        var shown = tree.withDescendants(category.id());
        var pictures = images.byIds(shown.stream().flatMap(id -> tree.byId(id).stream()).map(Category::imageId), presentation);
        return new CategoryViewBuilder(site, tree, counts(site, shown), pictures, null).view(category);
    }

    private Map<UUID, Long> counts(Site site, Collection<UUID> ids) {
        return lists.shownSizes(site.id(), ListKind.CATEGORY, ids);
    }
}
