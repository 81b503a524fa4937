package org.depesche.content.author;

import java.util.Set;
import java.util.UUID;

/**
 * An author is being erased. Observers delete the personal data that they store, in the same transaction.
 *
 * @param ids the id of the author, and of all authors merged into it
 */
public record AuthorErased(Set<UUID> ids) {

    public AuthorErased {
        ids = Set.copyOf(ids);
    }
}
