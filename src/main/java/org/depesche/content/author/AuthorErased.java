package org.depesche.content.author;

import java.util.Set;
import java.util.UUID;

/**
 * An author is being erased. Observers delete the personal data that they store, in the same transaction.
 *
 * @param ids the id of the author, and of all authors merged into it
 * @param slugs their present and former slugs
 */
public record AuthorErased(Set<UUID> ids, Set<String> slugs) {

    public AuthorErased {
        ids = Set.copyOf(ids);
        slugs = Set.copyOf(slugs);
    }
}
