package org.depesche.delivery.search.query;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.depesche.content.listing.ListKey;
import org.jspecify.annotations.Nullable;

/** Reads from the index which articles a list contains. */
public final class ArticlesInList<Q> {

    private final IndexSnapshot<Q> snapshot;
    private final QueryBuilder<Q> queries;

    public ArticlesInList(IndexSnapshot<Q> snapshot) {
        this.snapshot = snapshot;
        this.queries = snapshot.queryBuilder();
    }

    /**
     * One page of article ids, in the order of the ids.
     * @param after the last id of the previous page; null for the first page
     */
    public List<UUID> page(ListKey list, @Nullable UUID after, int limit) throws IOException {
        var query = new BooleanClauses<Q>().filter(queries.inLists(Set.of(list)));
        if (after != null) {
            query.filter(queries.idAfter(after));
        }
        return snapshot.sortedById(queries.bool(query), limit);
    }
}
