package org.depesche.delivery.change;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.depesche.content.article.ArticleEvent;

/** Every type an entry may have. More may come; none goes. */
final class ChangeTypes {

    static final Set<String> ALL = all();

    private ChangeTypes() {
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
