package org.depesche.content.author;

import java.util.Set;
import java.util.UUID;

/**
 * Everything about an author is to be forgotten, in the transaction that erases it: whoever keeps something of it beside its
 * own rows deletes that.
 *
 * @param ids its own, and those of authors that were merged into it
 */
public record AuthorErased(Set<UUID> ids) {

    public AuthorErased {
        ids = Set.copyOf(ids);
    }
}
