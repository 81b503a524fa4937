package org.depesche.delivery.search.query;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;

import org.depesche.content.listing.ListKey;
import org.depesche.content.listing.Selection;

/** The filters of lists, as the index sees them. */
final class SelectionQueries<Q> {

    private final Queries<Q> queries;

    SelectionQueries(Queries<Q> queries) {
        this.queries = queries;
    }

    void add(Combined<Q> query, Selection selection, Collection<UUID> except) {
        selection.groups().forEach(group -> query.filter(queries.listed(group)));
        without(query, selection.none(), selection.except());
        without(query, Set.of(), except);
        if (selection.from() != null || selection.before() != null) {
            query.filter(queries.published(selection.from(), selection.before()));
        }
    }

    void without(Combined<Q> query, Collection<ListKey> lists, Collection<UUID> articles) {
        if (!lists.isEmpty()) {
            query.not(queries.listed(lists));
        }
        if (!articles.isEmpty()) {
            query.not(queries.articles(articles));
        }
    }
}
