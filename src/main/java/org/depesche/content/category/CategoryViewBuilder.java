package org.depesche.content.category;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.depesche.content.image.view.ImageView;
import org.depesche.content.site.Site;
import org.jspecify.annotations.Nullable;

/**
 * Builds the category views of one response.
 *
 * @param counts the number of articles by category; absent for zero
 * @param images those that may be shown, by id
 * @param latest the newest articles by category; null if not requested
 */
record CategoryViewBuilder(Site site, CategoryTree tree, Map<UUID, Long> counts, Map<UUID, ImageView> images,
        @Nullable Map<UUID, List<?>> latest) {

    List<CategoryListView.CategoryNode> nodes(List<Category> categories) {
        return categories.stream().map(this::node).toList();
    }

    private CategoryListView.CategoryNode node(Category category) {
        return new CategoryListView.CategoryNode(category.id(), category.serial(), category.slug(), category.name(),
                category.description(), image(category),
                url(category), Site.categoryPath(category.slug()), count(category), nodes(tree.children(category.id())), null,
                latestOf(category));
    }

    CategoryListView.CategoryNode flat(Category category) {
        var parent = category.parentId() == null ? null
                : tree.byId(category.parentId()).map(Category::slug).orElse(null);
        return new CategoryListView.CategoryNode(category.id(), category.serial(), category.slug(), category.name(),
                category.description(), image(category),
                url(category), Site.categoryPath(category.slug()), count(category), null, parent, latestOf(category));
    }

    CategoryView view(Category category) {
        return new CategoryView(category.id(), category.serial(), category.slug(), category.name(), category.description(),
                image(category), url(category),
                count(category), ArticleCategoryView.Breadcrumb.path(site, tree, category.id()),
                nodes(tree.children(category.id())));
    }

    private @Nullable ImageView image(Category category) {
        return category.imageId() == null ? null : images.get(category.imageId());
    }

    private @Nullable URI url(Category category) {
        return site.categoryAddress(category.slug()).orElse(null);
    }

    private long count(Category category) {
        return counts.getOrDefault(category.id(), 0L);
    }

    private @Nullable List<?> latestOf(Category category) {
        if (latest == null) {
            return null;
        }
        var cards = latest.get(category.id());
        return cards == null ? List.of() : cards;
    }
}
