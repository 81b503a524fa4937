package org.depesche.content.vocabulary;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.depesche.platform.problem.Problem;
import org.depesche.platform.problem.ProblemType;

/** What stands in the way of deleting a category, tag or author; whoever refers to names plugs in here. */
public interface NameUse {

    /**
     * In words for the desk, as "12 articles use it".
     *
     * @param ids its own, and those of what was merged into it
     */
    Optional<String> of(Collection<UUID> ids);

    /** All that stands in the way. */
    static List<String> all(List<NameUse> uses, Collection<UUID> ids) {
        return uses.stream().map(use -> use.of(ids)).flatMap(Optional::stream).sorted().toList();
    }

    /** A conflict, where anything does. */
    static void check(List<String> obstacles) {
        if (!obstacles.isEmpty()) {
            throw new Problem(ProblemType.CONFLICT, "It is in use: " + String.join("; ", obstacles) + ".");
        }
    }
}
