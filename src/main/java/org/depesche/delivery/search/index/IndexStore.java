package org.depesche.delivery.search.index;

import java.util.Optional;

/** Where indexes live. There is one present, and sometimes one being built that takes its place. */
public interface IndexStore {

    /** The index to search; empty when there is none, it is broken, or another version of the service made it. */
    Optional<ArticleIndex> openCurrent();

    /** A new, empty one, which nobody searches yet. What an earlier attempt left is dropped. */
    ArticleIndex create();

    /** From now on this one is present; the former is dropped when its last reader has gone. */
    void activate(ArticleIndex fresh);

    /** Whether this node keeps the present one up to date. Of one that nodes share, a single node does and others only look. */
    boolean tryBecomeWriter();

    /** The one to ask from now on: of a shared one, other nodes may have brought it further, or put a new one in its place. */
    ArticleIndex reopenIfChanged(ArticleIndex present);

    /** Lets go of everything it holds. */
    void close();
}
