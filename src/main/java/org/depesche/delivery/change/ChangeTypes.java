package org.depesche.delivery.change;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.depesche.content.projection.ArticleEvent;

/** All types of change log entries. Types may be added, but never removed. */
final class ChangeTypes {

    static final Set<String> ALL = all();

    /** After a change of these types, an older response is outdated, but it discloses nothing that was removed. */
    private static final Set<String> NOT_REMOVALS = Set.of(ArticleEvent.Kind.PUBLISHED.type(), ArticleEvent.Kind.UPDATED.type(),
            ArticleEvent.Kind.CORRECTED.type(), ArticleEvent.Kind.RELATED.type());

    private ChangeTypes() {
    }

    /** Whether a change removes something that no cache may show any more. Names and images count, too. */
    static boolean isRemoval(String type) {
        return !NOT_REMOVALS.contains(type) && !type.endsWith(".created");
    }

    private static Set<String> all() {
        var types = new LinkedHashSet<String>();
        for (var kind : ArticleEvent.Kind.values()) {
            types.add(kind.type());
        }
        for (var subject : List.of("category", "tag", "author", "collection", "image", "site")) {
            for (var action : List.of("created", "updated", "merged", "deleted")) {
                types.add(subject + "." + action);
            }
        }
        return types;
    }
}
