package org.depesche.delivery.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TermRangeQuery;
import org.depesche.content.listing.ListKey;
import org.jspecify.annotations.Nullable;

/** Which articles stand in a list, as the index knows it. */
final class Standing {

    private final IndexSearcher searcher;

    Standing(IndexSearcher searcher) {
        this.searcher = searcher;
    }

    List<UUID> in(ListKey list, @Nullable UUID after, int limit) throws IOException {
        var query = new BooleanQuery.Builder().add(new TermQuery(new Term(Fields.LIST, Fields.list(list))), Occur.FILTER);
        if (after != null) {
            query.add(new TermRangeQuery(Fields.ID, Fields.id(after), null, false, false), Occur.FILTER);
        }
        var byId = new Sort(new SortField(Fields.ID_ORDER, SortField.Type.STRING));
        var ids = new ArrayList<UUID>();
        for (var found : searcher.search(query.build(), limit, byId).scoreDocs) {
            ids.add(Fields.id(searcher.storedFields().document(found.doc, Set.of(Fields.ID)).getBinaryValue(Fields.ID)));
        }
        return ids;
    }
}
