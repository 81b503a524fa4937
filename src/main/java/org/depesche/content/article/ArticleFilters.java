package org.depesche.content.article;

import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.depesche.content.article.list.ArticleFilterParameters;
import org.depesche.content.article.list.ArticleFilterResolver;
import org.depesche.content.article.list.ArticleListTags;
import org.depesche.content.article.view.ArticleCollections;
import org.depesche.content.listing.ListFilter;
import org.depesche.content.publication.MergeListMover;
import org.depesche.content.site.Site;
import org.depesche.platform.http.CacheTag;
import org.depesche.platform.http.ChangeLogPosition;
import org.depesche.platform.http.request.QueryParameters;

/** Resolves the filters of article lists, for rooms that select articles by the same filters. */
@ApplicationScoped
@Transactional
public class ArticleFilters {

    private final ArticleFilterResolver filters;
    private final MergeListMover mergingLists;
    private final ArticleCollections collections;
    private final ChangeLogPosition positions;
    private final QueryParameters inputs;

    ArticleFilters(ArticleFilterResolver filters, MergeListMover merges, ArticleCollections collections,
            ChangeLogPosition positions, QueryParameters inputs) {
        this.filters = filters;
        this.mergingLists = merges;
        this.collections = collections;
        this.positions = positions;
        this.inputs = inputs;
    }

    /** Errors are added to the query parameters. */
    public ArticleFilter resolve(ArticleFilterParameters given, Site site) {
        positions.readAndRecord();
        var selection = filters.resolve(inputs, given, site, false);
        return new ArticleFilter(mergingLists.withMergingLists(selection, site), selection.canonical(),
                collections.articlesIn(selection.excludedCollections()), ArticleListTags.of(selection));
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
    }
}
