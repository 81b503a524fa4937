package org.depesche.content.collection.desk;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** Finds articles, public or not, by the references in the form of a collection. The package editorial implements it. */
public interface WorkingCopyLookup {

    /**
     * Resolves references with a constant number of statements. Unknown references are absent.
     * @param refs ids, slugs or former slugs
     */
    Map<String, UUID> find(Collection<String> refs);

    /** Reads articles in one statement. Unknown ids are absent. */
    Map<UUID, ArticleLine> byIds(Collection<UUID> ids);

    /**
     * A one-line summary of an article.
     * @param state the state as the public sees it, with the name in the API
     */
    record ArticleLine(UUID id, String slug, @Nullable String headline, String state) {
    }
}
