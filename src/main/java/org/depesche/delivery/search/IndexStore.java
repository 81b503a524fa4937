package org.depesche.delivery.search;

import java.util.Optional;

/** Where indexes live. There is one present, and sometimes one being built that takes its place. */
public interface IndexStore {

    /** The index to search; empty when there is none, it is broken, or another version of the service made it. */
    Optional<ArticleIndex> present();

    /** A new, empty one, which nobody searches yet. What an earlier attempt left is dropped. */
    ArticleIndex fresh();

    /** From now on this one is present; the former is dropped when its last reader has gone. */
    void replaceBy(ArticleIndex fresh);

    /** Lets go of all files. */
    void close();
}
