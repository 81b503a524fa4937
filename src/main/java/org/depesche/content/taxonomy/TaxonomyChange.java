package org.depesche.content.taxonomy;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What happened to a tag or an author at the desk. Words of one that no public article uses stay out of it.
 *
 * @param slug the present one, of the target where it was merged; absent when the public never saw it
 * @param target what it was merged into
 */
public record TaxonomyChange(ChangeKind kind, UUID id, @Nullable String slug, List<String> changed,
        @Nullable String previousSlug,
        @Nullable UUID target) {

    public TaxonomyChange {
        changed = List.copyOf(changed);
    }
}
