package org.depesche.content.article;

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
import org.depesche.content.listing.ListHit;
import org.depesche.content.listing.ListKey;
import org.depesche.content.listing.ListKind;
import org.depesche.content.listing.ListingWriter;
import org.depesche.content.listing.Selection;
import org.depesche.content.site.Site;
import org.depesche.content.site.Sites;
import org.depesche.content.vocabulary.Merge;
import org.depesche.content.vocabulary.Merged;

/**
 * While a merge is under way, an article may stand in the lists of the merged name or already in those of its target. Here
 * articles are brought over, whichever it is, and readers are led to both.
 */
@ApplicationScoped
class MergedLists {

    private final Merged merged;
    private final Sites sites;
    private final Categories categories;
    private final PublishedArticles articles;
    private final ArticleLists lists;
    private final ListingWriter listings;
    private final MergeConfig config;

    MergedLists(Merged merged, Sites sites, Categories categories, PublishedArticles articles, ArticleLists lists,
            ListingWriter listings, MergeConfig config) {
        this.merged = merged;
        this.sites = sites;
        this.categories = categories;
        this.articles = articles;
        this.lists = lists;
        this.listings = listings;
        this.config = config;
    }

    /** Brings over the next articles; true when none is left. */
    boolean step(Merge merge) {
        for (var site : sites.all()) {
            var list = ListKey.of(site.id(), ListKind.of(merge.kind()), merge.id());
            var hits = listings.held(list, config.step());
            if (!hits.isEmpty()) {
                bring(hits.stream().map(ListHit::article).toList(), hits.stream()
                        .map(hit -> new ListEntry(list, hit.publishedAt(), hit.article(), hit.updatedAt())).toList());
            }
            if (hits.size() == config.step()) {
                return false;
            }
        }
        return true;
    }

    /** Before these are written: what is computed from their contents is then what stands in the lists. */
    void bring(Collection<UUID> ids) {
        if (!merged.running().isEmpty()) {
            bring(ids, List.of());
        }
    }

    private void bring(Collection<UUID> ids, List<ListEntry> found) {
        var trees = new SiteTrees(sites, categories);
        var leave = new HashSet<>(found);
        var stand = new HashSet<ListEntry>();
        for (var article : articles.held(ids).values()) {
            leave.addAll(former(article));
            lists.entries(article, trees).stream().filter(this::isConcerned).forEach(stand::add);
        }
        listings.settle(leave, stand);
    }

    private Set<ListEntry> former(PublishedArticle article) {
        return merged.running().stream().flatMap(merge -> merge.left().stream()
                .flatMap(id -> article.content().placements().stream()
                        .map(placement -> ListKey.of(placement.site(), ListKind.of(merge.kind()), id))))
                .map(key -> new ListEntry(key, article.publishedAt(), article.id(), article.updatedAt()))
                .collect(Collectors.toSet());
    }

    private boolean isConcerned(ListEntry entry) {
        return entry.list().kind() == ListKind.CATEGORY
                ? merged.running().stream().anyMatch(merge -> merge.kind().equals(ListKind.CATEGORY.letter()))
                : (entry.list().kind() == ListKind.TAG || entry.list().kind() == ListKind.AUTHOR)
                        && merged.running().stream().anyMatch(merge -> merge.target().equals(entry.list().id()));
    }

    /** The same selection, over the lists that are on their way into the ones it names as well. */
    Selection widened(Selection selection, Site site) {
        if (merged.running().isEmpty()) {
            return selection;
        }
        var tree = categories.tree(site);
        return selection.widened(key -> Stream.concat(Stream.of(key), merged.running().stream()
                .filter(merge -> leadsTo(merge, key, tree)).map(merge -> ListKey.of(key.site(), key.kind(), merge.id())))
                .collect(Collectors.toSet()));
    }

    private static boolean leadsTo(Merge merge, ListKey key, CategoryTree tree) {
        return merge.kind().equals(key.kind().letter()) && (merge.target().equals(key.id())
                || key.kind() == ListKind.CATEGORY && tree.withAncestors(merge.target()).contains(key.id()));
    }
}
