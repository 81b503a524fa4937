package org.depesche.delivery.search.lucene;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;

import org.apache.lucene.document.LongField;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.depesche.content.listing.ListKey;
import org.depesche.content.listing.Selection;

/** The filters of lists, as the index sees them. */
final class SelectionQueries {

    private SelectionQueries() {
    }

    static void add(BooleanQuery.Builder query, Selection selection, Collection<UUID> except) {
        selection.groups().forEach(group -> query.add(lists(group), Occur.FILTER));
        without(query, selection.none(), selection.except());
        without(query, Set.of(), except);
        var from = selection.from();
        var before = selection.before();
        if (from != null || before != null) {
            query.add(LongField.newRangeQuery(Fields.PUBLISHED, from == null ? Long.MIN_VALUE : from.getEpochSecond(),
                    before == null ? Long.MAX_VALUE : before.getEpochSecond() - 1), Occur.FILTER);
        }
    }

    static void without(BooleanQuery.Builder query, Collection<ListKey> lists, Collection<UUID> articles) {
        if (!lists.isEmpty()) {
            query.add(lists(lists), Occur.MUST_NOT);
        }
        if (!articles.isEmpty()) {
            query.add(new TermInSetQuery(Fields.ID, articles.stream().map(Fields::id).toList()), Occur.MUST_NOT);
        }
    }

    static Query lists(Collection<ListKey> lists) {
        return new TermInSetQuery(Fields.LIST, lists.stream().map(Fields::list).toList());
    }
}
