package org.depesche.content.model;

import com.fasterxml.jackson.annotation.JsonInclude;

/** The content of a published article without its body, and the counts made from the body. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record PublishedContent(ArticleContent content, int wordCount, int readingMinutes) {
}
