package org.depesche.delivery.search.index;

import java.util.Optional;

/** Stores indexes: the current one, and at times a new one that is being built. */
public interface IndexStore {

    /**
     * Opens the current index. The result is empty when there is none, when it is broken, or when another version of
     * the service created it.
     */
    Optional<ArticleIndex> openCurrent();

    /** Creates an empty index, which is not searched yet. Deletes the remains of earlier attempts. */
    ArticleIndex create();

    /**
     * Makes this index the current one. The former index is closed after {@code publish} has handed the new one to its
     * readers: a reader that found the former index closed would have no other to ask.
     */
    void activate(ArticleIndex fresh, Runnable publish);

    /**
     * Acquires or renews the writer's lease, and returns whether this node writes the current index. Of nodes that
     * share an index, only one writes it.
     */
    boolean tryBecomeWriter();

    /** Returns the index that is current now. When nodes share an index, another node may have advanced or replaced it. */
    ArticleIndex reopenIfChanged(ArticleIndex currentIndex);

    /** Closes all indexes and releases all leases. */
    void close();
}
