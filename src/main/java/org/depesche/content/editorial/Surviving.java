package org.depesche.content.editorial;

import java.util.List;

import org.depesche.content.article.ArticleContent;
import org.depesche.content.body.Warning;

/**
 * A former content without what is gone since.
 *
 * @param warnings what was dropped, each where it stood
 */
record Surviving(ArticleContent content, List<Warning> warnings) {

    Surviving {
        warnings = List.copyOf(warnings);
    }
}
