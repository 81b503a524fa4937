package org.depesche.platform.access;

import java.util.Set;
import java.util.UUID;

/**
 * Who somebody was is to be forgotten, in the transaction that does it: whoever keeps a caller's name beside what it did takes
 * {@link #NOBODY} in its place.
 *
 * @param names under which the caller was known
 */
public record CallerErased(UUID id, Set<String> names) {

    /** What stands in the place of a name that was erased. */
    public static final String NOBODY = "erased";

    public CallerErased {
        names = Set.copyOf(names);
    }
}
