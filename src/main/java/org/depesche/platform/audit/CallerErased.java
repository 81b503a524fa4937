package org.depesche.platform.audit;

import java.util.Set;
import java.util.UUID;

/**
 * Who somebody was is to be forgotten, in the transaction that does it: whoever keeps a caller's name beside what it did takes
 * {@link #ERASED_NAME} in its place.
 *
 * @param names under which the caller was known
 */
public record CallerErased(UUID id, Set<String> names) {

    /** What stands in the place of a name that was erased. */
    public static final String ERASED_NAME = "erased";

    public CallerErased {
        names = Set.copyOf(names);
    }
}
