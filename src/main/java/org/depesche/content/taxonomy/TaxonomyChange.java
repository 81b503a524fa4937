package org.depesche.content.taxonomy;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * An editorial change of a tag or an author.
 *
 * @param slug the current slug, or the target's slug after a merge; absent while no public article uses the entry
 * @param changed the names of the changed members
 * @param previousSlug the slug before a public rename or merge
 * @param target the id of the entry into which this one was merged
 */
public record TaxonomyChange(ChangeKind kind, UUID id, @Nullable String slug, List<String> changed,
        @Nullable String previousSlug,
        @Nullable UUID target) {

    public TaxonomyChange {
        changed = List.copyOf(changed);
    }
}
