package org.depesche.content.collection.desk;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.depesche.content.collection.CollectionMetadata;
import org.depesche.kernel.CollectionType;
import org.jspecify.annotations.Nullable;

/**
 * Computes which articles show a collection differently after a change: its slug, its name, its type, or the part
 * number.
 */
final class AffectedArticles {

    private AffectedArticles() {
    }

    static Set<UUID> between(@Nullable CollectionMetadata before, List<UUID> oldIds, CollectionMetadata after,
            List<UUID> newIds) {
        var affected = new HashSet<>(oldIds);
        affected.addAll(newIds);
        if (before == null || !hasSameLabels(before, after)) {
            return affected;
        }
        if (after.type() == CollectionType.SERIES) {
            var unchanged = 0;
            while (unchanged < Math.min(oldIds.size(), newIds.size()) && oldIds.get(unchanged).equals(newIds.get(unchanged))) {
                unchanged++;
            }
            affected.removeAll(oldIds.subList(0, unchanged));
            return affected;
        }
        var remaining = new HashSet<>(oldIds);
        remaining.retainAll(Set.copyOf(newIds));
        affected.removeAll(remaining);
        return affected;
    }

    private static boolean hasSameLabels(CollectionMetadata before, CollectionMetadata after) {
        return before.slug().equals(after.slug()) && before.name().equals(after.name()) && before.type() == after.type();
    }
}
