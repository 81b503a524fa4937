package org.depesche.content.editorial;

import java.util.Locale;

/** What the public sees of an article now. */
enum ArticleState {
    DRAFT,
    PUBLISHED,
    UNPUBLISHED,
    WITHDRAWN;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static ArticleState of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
