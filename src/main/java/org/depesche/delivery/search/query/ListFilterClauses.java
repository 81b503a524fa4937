package org.depesche.delivery.search.query;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;

import org.depesche.content.listing.ListFilter;
import org.depesche.content.listing.ListKey;

/** Translates the filters of article lists into index queries. */
final class ListFilterClauses<Q> {

    private final QueryBuilder<Q> queries;

    ListFilterClauses(QueryBuilder<Q> queries) {
        this.queries = queries;
    }

    void add(BooleanClauses<Q> query, ListFilter selection, Collection<UUID> excludedArticles) {
        selection.groups().forEach(group -> query.filter(queries.inLists(group)));
        exclude(query, selection.noneOf(), selection.excludedArticles());
        exclude(query, Set.of(), excludedArticles);
        if (selection.from() != null || selection.before() != null) {
            query.filter(queries.publishedBetween(selection.from(), selection.before()));
        }
    }

    void exclude(BooleanClauses<Q> query, Collection<ListKey> lists, Collection<UUID> articles) {
        if (!lists.isEmpty()) {
            query.mustNot(queries.inLists(lists));
        }
        if (!articles.isEmpty()) {
            query.mustNot(queries.ids(articles));
        }
    }
}
