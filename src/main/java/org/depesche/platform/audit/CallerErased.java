package org.depesche.platform.audit;

import java.util.Set;
import java.util.UUID;

/**
 * A caller is being erased, in the transaction of this event. Every table with a caller's name replaces the name by
 * {@link #ERASED_NAME}.
 * @param names the names that the caller had
 */
public record CallerErased(UUID id, Set<String> names) {

    /** Replaces an erased name. */
    public static final String ERASED_NAME = "erased";

    public CallerErased {
        names = Set.copyOf(names);
    }
}
