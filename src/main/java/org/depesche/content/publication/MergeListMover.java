package org.depesche.content.publication;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.content.category.Categories;
import org.depesche.content.category.CategoryTree;
import org.depesche.content.listing.ListEntry;
import org.depesche.content.listing.ListFilter;
import org.depesche.content.listing.ListHit;
import org.depesche.content.listing.ListKey;
import org.depesche.content.listing.ListKind;
import org.depesche.content.listing.ListWriter;
import org.depesche.content.projection.ArticleListKeys;
import org.depesche.content.projection.PublishedArticle;
import org.depesche.content.projection.PublishedArticles;
import org.depesche.content.projection.SiteTreeCache;
import org.depesche.content.site.Site;
import org.depesche.content.site.Sites;
import org.depesche.content.taxonomy.MergedIds;

/**
 * Moves articles from the lists of a merged subject to those of its target. During a merge, an article may be in either
 * list, and readers select from both.
 */
@ApplicationScoped
public class MergeListMover {

    private final MergedIds mergedIds;
    private final Sites sites;
    private final Categories categories;
    private final PublishedArticles articles;
    private final ArticleListKeys lists;
    private final ListWriter listings;
    private final MergeConfig config;

    MergeListMover(MergedIds mergedIds, Sites sites, Categories categories, PublishedArticles articles,
            ArticleListKeys lists,
            ListWriter listings, MergeConfig config) {
        this.mergedIds = mergedIds;
        this.sites = sites;
        this.categories = categories;
        this.articles = articles;
        this.lists = lists;
        this.listings = listings;
        this.config = config;
    }

    /** Moves the next articles, and returns true when none is left. */
    boolean moveBatch(MergedIds.Merge merge) {
        for (var site : sites.all()) {
            var list = ListKey.of(site.id(), ListKind.of(merge.kind()), merge.id());
            var hits = listings.lockEntries(list, config.batchSize());
            if (!hits.isEmpty()) {
                moveArticles(hits.stream().map(ListHit::article).toList(), hits.stream()
                        .map(hit -> new ListEntry(list, hit.publishedAt(), hit.article(), hit.updatedAt())).toList());
            }
            if (hits.size() == config.batchSize()) {
                return false;
            }
        }
        return true;
    }

    /**
     * Moves the lists of articles before the articles are written, so that the lists equal those computed from their
     * contents.
     */
    void moveArticles(Collection<UUID> ids) {
        if (!mergedIds.unfinished().isEmpty()) {
            moveArticles(ids, List.of());
        }
    }

    private void moveArticles(Collection<UUID> ids, List<ListEntry> foundEntries) {
        var trees = new SiteTreeCache(sites, categories);
        var removed = new HashSet<>(foundEntries);
        var required = new HashSet<ListEntry>();
        for (var article : articles.lockByIds(ids).values()) {
            removed.addAll(formerEntries(article));
            lists.entriesByContent(article, trees).stream().filter(this::isConcerned).forEach(required::add);
        }
        removed.addAll(removed.stream().flatMap(entry -> entry.leftOut().stream()).toList());
        required.addAll(listings.lockLeftOut(required));
        listings.reconcile(removed, required);
    }

    private Set<ListEntry> formerEntries(PublishedArticle article) {
        return mergedIds.unfinished().stream().flatMap(merge -> merge.leftLists().stream()
                .flatMap(id -> article.content().classification().placements().stream()
                        .map(placement -> ListKey.of(placement.site(), ListKind.of(merge.kind()), id))))
                .map(key -> new ListEntry(key, article.publishedAt(), article.id(), article.updatedAt()))
                .collect(Collectors.toSet());
    }

    private boolean isConcerned(ListEntry entry) {
        return entry.list().kind() == ListKind.CATEGORY
                ? mergedIds.unfinished().stream().anyMatch(merge -> merge.kind().equals(ListKind.CATEGORY.letter()))
                : (entry.list().kind() == ListKind.TAG || entry.list().kind() == ListKind.AUTHOR)
                        && mergedIds.unfinished().stream().anyMatch(merge -> merge.target().equals(entry.list().id()));
    }

    /** Returns the same filter, extended by the lists that are being moved into its lists. */
    public ListFilter withMergingLists(ListFilter selection, Site site) {
        if (mergedIds.unfinished().isEmpty()) {
            return selection;
        }
        var tree = categories.tree(site);
        return selection.expandLists(key -> Stream.concat(Stream.of(key), mergedIds.unfinished().stream()
                .filter(merge -> leadsTo(merge, key, tree)).map(merge -> ListKey.of(key.site(), key.kind(), merge.id())))
                .collect(Collectors.toSet()));
    }

    private static boolean leadsTo(MergedIds.Merge merge, ListKey key, CategoryTree tree) {
        return merge.kind().equals(key.kind().letter()) && (merge.target().equals(key.id())
                || key.kind() == ListKind.CATEGORY && tree.withAncestors(merge.target()).contains(key.id()));
    }
}
