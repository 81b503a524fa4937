package org.depesche.delivery.change;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.depesche.content.projection.ArticleEvent;

/** Every type an entry may have. More may come; none goes. */
final class ChangeTypes {

    static final Set<String> ALL = all();

    /** After these an answer made before says nothing that may not be said any more; it is only out of date. */
    private static final Set<String> NOT_REMOVALS = Set.of(ArticleEvent.Kind.PUBLISHED.type(), ArticleEvent.Kind.UPDATED.type(),
            ArticleEvent.Kind.CORRECTED.type(), ArticleEvent.Kind.RELATED.type());

    private ChangeTypes() {
    }

    /** Did something go, a name or an image among them, that must not be shown again from any cache? */
    static boolean isRemoval(String type) {
        return !NOT_REMOVALS.contains(type) && !type.endsWith(".created");
    }

    private static Set<String> all() {
        var types = new LinkedHashSet<String>();
        for (var kind : ArticleEvent.Kind.values()) {
            types.add(kind.type());
        }
        for (var subject : List.of("category", "tag", "author", "collection", "image", "site")) {
            for (var step : List.of("created", "updated", "merged", "deleted")) {
                types.add(subject + "." + step);
            }
        }
        return types;
    }
}
