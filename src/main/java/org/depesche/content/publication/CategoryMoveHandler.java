package org.depesche.content.publication;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.depesche.content.category.Categories;
import org.depesche.content.category.CategoryEvent;
import org.depesche.content.category.CategoryTree;
import org.depesche.content.listing.KeysetPosition;
import org.depesche.content.listing.ListEntry;
import org.depesche.content.listing.ListFilter;
import org.depesche.content.listing.ListHit;
import org.depesche.content.listing.ListKey;
import org.depesche.content.listing.ListKind;
import org.depesche.content.listing.ListOrder;
import org.depesche.content.listing.ListWriter;
import org.depesche.content.listing.PublishedListReader;
import org.depesche.content.projection.PublishedArticle;
import org.depesche.content.projection.PublishedArticles;
import org.depesche.content.site.Sites;

/**
 * Updates the lists when a category moves, in the same transaction. Its articles leave the lists of the previous
 * ancestors and enter those of the new ones. An article that another placement keeps below an ancestor stays in that
 * ancestor's list.
 */
@ApplicationScoped
class CategoryMoveHandler {

    private static final int BATCH_SIZE = 500;

    private final Categories categories;
    private final Sites sites;
    private final PublishedListReader reader;
    private final PublishedArticles articles;
    private final ListWriter listings;

    CategoryMoveHandler(Categories categories, Sites sites, PublishedListReader reader, PublishedArticles articles,
            ListWriter listings) {
        this.categories = categories;
        this.sites = sites;
        this.reader = reader;
        this.articles = articles;
        this.listings = listings;
    }

    void onCategoryEvent(@Observes CategoryEvent event) {
        if (!event.isMove()) {
            return;
        }
        var tree = categories.tree(sites.byId(event.siteId()));
        var selection = ListFilter.of(ListKey.of(event.siteId(), ListKind.CATEGORY, event.id()));
        var hits = reader.page(selection, ListOrder.NEWEST, null, BATCH_SIZE);
        while (!hits.isEmpty()) {
            moveEntries(event, tree, hits);
            var last = hits.get(hits.size() - 1);
            hits = reader.page(selection, ListOrder.NEWEST, new KeysetPosition(last.publishedAt(), last.article()),
                    BATCH_SIZE);
        }
    }

    private void moveEntries(CategoryEvent event, CategoryTree tree, List<ListHit> hits) {
        var moved = articles.byIds(hits.stream().map(ListHit::article).toList(), false).values();
        var former = moved.stream().flatMap(article -> entries(article, event, formerCategories(article, event, tree)))
                .toList();
        var current = moved.stream().flatMap(article -> entries(article, event, currentCategories(article, event, tree)))
                .toList();
        listings.replace(withLeftOut(former), withLeftOut(current));
    }

    private List<ListEntry> withLeftOut(List<ListEntry> entries) {
        return Stream.concat(entries.stream(), listings.lockLeftOut(entries).stream()).toList();
    }

    private static Stream<ListEntry> entries(PublishedArticle article, CategoryEvent event, Set<UUID> categoryIds) {
        return categoryIds.stream().map(category -> new ListEntry(ListKey.of(event.siteId(), ListKind.CATEGORY, category),
                article.publishedAt(), article.id(), article.updatedAt()));
    }

    private static Set<UUID> currentCategories(PublishedArticle article, CategoryEvent event, CategoryTree tree) {
        var categories = new HashSet<UUID>();
        placedCategories(article, event).forEach(category -> categories.addAll(tree.withAncestors(category)));
        return categories;
    }

    private static Set<UUID> formerCategories(PublishedArticle article, CategoryEvent event, CategoryTree tree) {
        var categories = new HashSet<UUID>();
        placedCategories(article, event).forEach(category -> categories.addAll(formerCategories(category, event, tree)));
        return categories;
    }

    /** Below the moved category nothing changed. Above it were the ancestors of its previous parent. */
    private static Set<UUID> formerCategories(UUID category, CategoryEvent event, CategoryTree tree) {
        var former = new HashSet<>(tree.withAncestors(category));
        if (former.contains(event.id())) {
            former.removeAll(tree.withAncestors(event.id()));
            former.add(event.id());
            if (event.previousParentId() != null) {
                former.addAll(tree.withAncestors(event.previousParentId()));
            }
        }
        return former;
    }

    private static Stream<UUID> placedCategories(PublishedArticle article, CategoryEvent event) {
        return article.content().classification().placements().stream()
                .filter(placement -> placement.site().equals(event.siteId()))
                .flatMap(placement -> Stream.concat(Stream.of(placement.category()), placement.further().stream()));
    }
}
