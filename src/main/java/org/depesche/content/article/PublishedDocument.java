package org.depesche.content.article;

import com.fasterxml.jackson.annotation.JsonInclude;

/** What the projection keeps of a snapshot beside the body: the content without it, and what was counted from it. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record PublishedDocument(ArticleContent content, int wordCount, int readingMinutes) {
}
