package org.depesche.content.article;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.depesche.content.article.list.ArticleFilterParameters;
import org.depesche.content.article.list.ArticleFilterResolver;
import org.depesche.content.article.list.ArticleListTags;
import org.depesche.content.article.view.ArticleCollections;
import org.depesche.content.category.Categories;
import org.depesche.content.listing.ListEntry;
import org.depesche.content.listing.ListFilter;
import org.depesche.content.listing.ListKey;
import org.depesche.content.projection.ArticleListKeys;
import org.depesche.content.projection.PublishedArticle;
import org.depesche.content.projection.PublishedArticles;
import org.depesche.content.projection.SiteTreeCache;
import org.depesche.content.publication.MergeListMover;
import org.depesche.content.site.Site;
import org.depesche.content.site.Sites;
import org.depesche.platform.http.CacheTag;
import org.depesche.platform.http.ChangeLogPositionTracker;
import org.depesche.platform.http.request.QueryParameters;

/** Resolves the filters of article lists for other packages, such as search and feeds, which take the same filters. */
@ApplicationScoped
@Transactional
public class ArticleFilters {

    private final ArticleFilterResolver filters;
    private final MergeListMover mergingLists;
    private final ArticleCollections collections;
    private final PublishedArticles articles;
    private final ArticleListKeys lists;
    private final Sites sites;
    private final Categories categories;
    private final ChangeLogPositionTracker positions;
    private final QueryParameters inputs;

    ArticleFilters(ArticleFilterResolver filters, MergeListMover merges, ArticleCollections collections,
            PublishedArticles articles, ArticleListKeys lists, Sites sites, Categories categories,
            ChangeLogPositionTracker positions,
            QueryParameters inputs) {
        this.filters = filters;
        this.mergingLists = merges;
        this.collections = collections;
        this.articles = articles;
        this.lists = lists;
        this.sites = sites;
        this.categories = categories;
        this.positions = positions;
        this.inputs = inputs;
    }

    /**
     * Chooses the site of a request and resolves its filters, at one position of the change log that a statement confirms.
     * Errors are added to the query parameters.
     */
    public SiteFilter resolve(ArticleFilterParameters given) {
        positions.confirmed();
        var site = sites.requested(inputs, given.site());
        return new SiteFilter(site, resolve(given, site));
    }

    /** Resolves filters on a site. Errors are added to the query parameters. */
    public ArticleFilter resolve(ArticleFilterParameters given, Site site) {
        positions.readAndRecord();
        var selection = filters.resolve(inputs, given, site, false);
        return new ArticleFilter(mergingLists.withMergingLists(selection, site), selection.canonical(),
                collections.articlesIn(selection.excludedCollections()), ArticleListTags.of(selection));
    }

    /** Returns those of the ids whose articles match the filter and are public on the site, in the given order. */
    public List<UUID> matching(Site site, List<UUID> ids, ArticleFilter filter) {
        var found = articles.byIds(ids, false);
        var entries = lists.entries(found.values(), new SiteTreeCache(sites, categories)).stream().collect(
                Collectors.groupingBy(ListEntry::article, Collectors.mapping(ListEntry::list, Collectors.toSet())));
        return ids.stream().map(found::get).filter(Objects::nonNull).filter(article -> article.isOn(site)
                && !filter.excludedArticles().contains(article.id())
                && filter.selection().matches(article.id(), article.publishedAt(),
                        entries.getOrDefault(article.id(), Set.of())))
                .map(PublishedArticle::id).toList();
    }

    /** Resolved filters, and the site to which they apply. */
    public record SiteFilter(Site site, ArticleFilter filter) {
    }

    /**
     * Resolved filters.
     * @param canonical the same text for equal filters
     * @param excludedArticles the articles of the excluded collections
     * @param cacheTags the cache tags of a response with these filters
     */
    public record ArticleFilter(ListFilter selection, String canonical, Set<UUID> excludedArticles, Set<CacheTag> cacheTags) {
        public ArticleFilter {
            excludedArticles = Set.copyOf(excludedArticles);
            cacheTags = Set.copyOf(cacheTags);
        }

        /** Returns the cache tags of the lists that the filter names, without those that were added for one response. */
        public Set<CacheTag> listTags() {
            return ArticleListTags.of(selection);
        }

        /** Returns the cache tags of everything else that changes a response with these filters, apart from its articles. */
        public Set<CacheTag> tagsOfOtherChanges() {
            return ArticleListTags.ofOtherChanges(selection);
        }

        /** Returns the same filter without the articles of one more list. */
        public ArticleFilter without(ListKey list) {
            return new ArticleFilter(selection.without(list), canonical + "-" + list, excludedArticles, cacheTags);
        }

        /** Returns the same filter, with more cache tags for its response. */
        public ArticleFilter withTags(Set<CacheTag> more) {
            var tags = new HashSet<>(cacheTags);
            tags.addAll(more);
            return new ArticleFilter(selection, canonical, excludedArticles, tags);
        }
    }
}
