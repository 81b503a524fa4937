package org.depesche.delivery.search.query;

import java.io.IOException;
import java.util.Set;
import java.util.UUID;

import org.depesche.content.listing.ListKey;

/** An article that stands close to another; what nobody asks for need not be read. */
public interface Near {

    float score();

    UUID id() throws IOException;

    Sketch sketch() throws IOException;

    Set<ListKey> lists() throws IOException;

    /** Whether it has a term that was {@link Queries#marked}. */
    boolean has(Term term) throws IOException;
}
