package org.depesche.content.vocabulary;

import java.util.Collection;
import java.util.Optional;
import java.util.UUID;

/** What stands in the way of deleting a category, tag or author; whoever refers to names plugs in here. */
public interface NameUse {

    /**
     * In words for the desk, as "12 articles use it".
     *
     * @param ids its own, and those of what was merged into it
     */
    Optional<String> of(Collection<UUID> ids);
}
