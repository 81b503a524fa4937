package org.depesche.content.editorial;

import org.depesche.content.model.ArticleContent;

/** An article on the desk: what it says as saved last, and how it stands. */
public record WorkingCopy(WorkingCopyMetadata metadata, ArticleContent content) {
}
