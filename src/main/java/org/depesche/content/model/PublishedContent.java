package org.depesche.content.model;

import com.fasterxml.jackson.annotation.JsonInclude;

/** What the projection keeps of a snapshot beside the body: the content without it, and what was counted from it. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record PublishedContent(ArticleContent content, int wordCount, int readingMinutes) {
}
