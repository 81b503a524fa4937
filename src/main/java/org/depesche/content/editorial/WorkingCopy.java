package org.depesche.content.editorial;

import org.depesche.content.model.ArticleContent;

/** The last saved content of an article, and its metadata. */
public record WorkingCopy(WorkingCopyMetadata metadata, ArticleContent content) {
}
