package org.depesche.delivery.search.query;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.depesche.content.listing.ListKey;
import org.jspecify.annotations.Nullable;

/** Which articles stand in a list, as the index knows it. */
public final class Standing<Q> {

    private final Snapshot<Q> snapshot;
    private final Queries<Q> queries;

    public Standing(Snapshot<Q> snapshot) {
        this.snapshot = snapshot;
        this.queries = snapshot.queries();
    }

    /** In the order of their ids. */
    public List<UUID> in(ListKey list, @Nullable UUID after, int limit) throws IOException {
        var query = new Combined<Q>().filter(queries.listed(Set.of(list)));
        if (after != null) {
            query.filter(queries.after(after));
        }
        return snapshot.byId(queries.combined(query), limit);
    }
}
