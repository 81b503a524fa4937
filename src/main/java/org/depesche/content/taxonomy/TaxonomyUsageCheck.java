package org.depesche.content.taxonomy;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.depesche.platform.problem.Problem;
import org.depesche.platform.problem.ProblemType;

/** Finds uses that prevent the deletion of a category, tag or author. Every package that refers to entries implements it. */
public interface TaxonomyUsageCheck {

    /**
     * Describes the use for the editor, for example "12 articles use it".
     *
     * @param ids the id of the entry, and the ids merged into it
     */
    Optional<String> blockingUse(Collection<UUID> ids);

    /** Returns the descriptions of all uses. */
    static List<String> blockingUses(List<TaxonomyUsageCheck> uses, Collection<UUID> ids) {
        return uses.stream().map(use -> use.blockingUse(ids)).flatMap(Optional::stream).sorted().toList();
    }

    /** Throws a 409 if there is a use. */
    static void requireUnused(List<String> uses) {
        if (!uses.isEmpty()) {
            throw new Problem(ProblemType.CONFLICT, "It is in use: " + String.join("; ", uses) + ".");
        }
    }
}
