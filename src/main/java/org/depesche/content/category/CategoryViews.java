package org.depesche.content.category;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.depesche.content.site.Site;
import org.jspecify.annotations.Nullable;

/**
 * Shows the categories of one answer.
 *
 * @param counts by category; without articles absent
 * @param latest by category, where it was asked for
 */
record CategoryViews(Site site, CategoryTree tree, Map<UUID, Long> counts, @Nullable Map<UUID, List<?>> latest) {

    List<CategoryNode> nodes(List<Category> categories) {
        return categories.stream().map(this::node).toList();
    }

    private CategoryNode node(Category category) {
        return new CategoryNode(category.id(), category.slug(), category.name(), category.description(), url(category),
                count(category), nodes(tree.children(category.id())), latestOf(category));
    }

    FlatCategory flat(Category category) {
        var parent = category.parentId() == null ? null
                : tree.byId(category.parentId()).map(Category::slug).orElse(null);
        return new FlatCategory(category.id(), category.slug(), category.name(), category.description(), url(category),
                count(category), parent, latestOf(category));
    }

    SingleCategory single(Category category) {
        return new SingleCategory(category.id(), category.slug(), category.name(), category.description(), url(category),
                count(category), CategoryStep.path(site, tree, category.id()), nodes(tree.children(category.id())));
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
