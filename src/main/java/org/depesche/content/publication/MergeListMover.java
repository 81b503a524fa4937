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
import org.depesche.content.taxonomy.MergeRedirects;

/**
 * While a merge is under way, an article may stand in the lists of the merged name or already in those of its target. Here
 * articles are brought over, whichever it is, and readers are led to both.
 */
@ApplicationScoped
public class MergeListMover {

    private final MergeRedirects merged;
    private final Sites sites;
    private final Categories categories;
    private final PublishedArticles articles;
    private final ArticleListKeys lists;
    private final ListWriter listings;
    private final MergeConfig config;

    MergeListMover(MergeRedirects merged, Sites sites, Categories categories, PublishedArticles articles, ArticleListKeys lists,
            ListWriter listings, MergeConfig config) {
        this.merged = merged;
        this.sites = sites;
        this.categories = categories;
        this.articles = articles;
        this.lists = lists;
        this.listings = listings;
        this.config = config;
    }

    /** Brings over the next articles; true when none is left. */
    boolean moveBatch(MergeRedirects.Merge merge) {
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

    /** Before these are written: what is computed from their contents is then what stands in the lists. */
    void moveArticles(Collection<UUID> ids) {
        if (!merged.unfinished().isEmpty()) {
            moveArticles(ids, List.of());
        }
    }

    private void moveArticles(Collection<UUID> ids, List<ListEntry> found) {
        var trees = new SiteTreeCache(sites, categories);
        var leave = new HashSet<>(found);
        var stand = new HashSet<ListEntry>();
        for (var article : articles.lockByIds(ids).values()) {
            leave.addAll(former(article));
            lists.entries(article, trees).stream().filter(this::isConcerned).forEach(stand::add);
        }
        listings.reconcile(leave, stand);
    }

    private Set<ListEntry> former(PublishedArticle article) {
        return merged.unfinished().stream().flatMap(merge -> merge.leftLists().stream()
                .flatMap(id -> article.content().classification().placements().stream()
                        .map(placement -> ListKey.of(placement.site(), ListKind.of(merge.kind()), id))))
                .map(key -> new ListEntry(key, article.publishedAt(), article.id(), article.updatedAt()))
                .collect(Collectors.toSet());
    }

    private boolean isConcerned(ListEntry entry) {
        return entry.list().kind() == ListKind.CATEGORY
                ? merged.unfinished().stream().anyMatch(merge -> merge.kind().equals(ListKind.CATEGORY.letter()))
                : (entry.list().kind() == ListKind.TAG || entry.list().kind() == ListKind.AUTHOR)
                        && merged.unfinished().stream().anyMatch(merge -> merge.target().equals(entry.list().id()));
    }

    /** The same selection, over the lists that are on their way into the ones it names as well. */
    public ListFilter withMergingLists(ListFilter selection, Site site) {
        if (merged.unfinished().isEmpty()) {
            return selection;
        }
        var tree = categories.tree(site);
        return selection.expandLists(key -> Stream.concat(Stream.of(key), merged.unfinished().stream()
                .filter(merge -> leadsTo(merge, key, tree)).map(merge -> ListKey.of(key.site(), key.kind(), merge.id())))
                .collect(Collectors.toSet()));
    }

    private static boolean leadsTo(MergeRedirects.Merge merge, ListKey key, CategoryTree tree) {
        return merge.kind().equals(key.kind().letter()) && (merge.target().equals(key.id())
                || key.kind() == ListKind.CATEGORY && tree.withAncestors(merge.target()).contains(key.id()));
    }
}
