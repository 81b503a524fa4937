package org.depesche.delivery.search.query;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.depesche.content.listing.ListKey;
import org.jspecify.annotations.Nullable;

/** Which articles stand in a list, as the index knows it. */
public final class ArticlesInList<Q> {

    private final IndexSnapshot<Q> snapshot;
    private final QueryBuilder<Q> queries;

    public ArticlesInList(IndexSnapshot<Q> snapshot) {
        this.snapshot = snapshot;
        this.queries = snapshot.queryBuilder();
    }

    /** In the order of their ids. */
    public List<UUID> page(ListKey list, @Nullable UUID after, int limit) throws IOException {
        var query = new BooleanClauses<Q>().filter(queries.inLists(Set.of(list)));
        if (after != null) {
            query.filter(queries.idAfter(after));
        }
        return snapshot.sortedById(queries.bool(query), limit);
    }
}
