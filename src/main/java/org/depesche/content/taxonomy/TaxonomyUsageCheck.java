package org.depesche.content.taxonomy;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.depesche.platform.problem.Problem;
import org.depesche.platform.problem.ProblemType;

/** What stands in the way of deleting a category, tag or author; whoever refers to names plugs in here. */
public interface TaxonomyUsageCheck {

    /**
     * In words for the desk, as "12 articles use it".
     *
     * @param ids its own, and those of what was merged into it
     */
    Optional<String> blockingUse(Collection<UUID> ids);

    /** All that stands in the way. */
    static List<String> blockingUses(List<TaxonomyUsageCheck> uses, Collection<UUID> ids) {
        return uses.stream().map(use -> use.blockingUse(ids)).flatMap(Optional::stream).sorted().toList();
    }

    /** A conflict, where anything does. */
    static void requireUnused(List<String> obstacles) {
        if (!obstacles.isEmpty()) {
            throw new Problem(ProblemType.CONFLICT, "It is in use: " + String.join("; ", obstacles) + ".");
        }
    }
}
