package org.depesche.content.collection.desk;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.depesche.content.collection.CollectionMetadata;
import org.depesche.content.collection.CollectionType;
import org.jspecify.annotations.Nullable;

/** Which articles say something else of a collection after a change: slug, name, type, or which part they are. */
final class AffectedArticles {

    private AffectedArticles() {
    }

    static Set<UUID> between(@Nullable CollectionMetadata before, List<UUID> were, CollectionMetadata after, List<UUID> are) {
        var all = new HashSet<>(were);
        all.addAll(are);
        if (before == null || !hasSameLabels(before, after)) {
            return all;
        }
        if (after.type() == CollectionType.SERIES) {
            var same = 0;
            while (same < Math.min(were.size(), are.size()) && were.get(same).equals(are.get(same))) {
                same++;
            }
            all.removeAll(were.subList(0, same));
            return all;
        }
        var stayed = new HashSet<>(were);
        stayed.retainAll(Set.copyOf(are));
        all.removeAll(stayed);
        return all;
    }

    private static boolean hasSameLabels(CollectionMetadata before, CollectionMetadata after) {
        return before.slug().equals(after.slug()) && before.name().equals(after.name()) && before.type() == after.type();
    }
}
