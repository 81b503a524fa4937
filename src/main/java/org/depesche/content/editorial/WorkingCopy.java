package org.depesche.content.editorial;

import org.depesche.content.article.ArticleContent;

/** An article on the desk: what it says as saved last, and how it stands. */
record WorkingCopy(DeskEntry entry, ArticleContent content) {
}
