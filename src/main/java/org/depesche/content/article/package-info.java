/**
 * The public articles. Other packages render them with {@link org.depesche.content.article.Articles}, and resolve the filters
 * of lists with {@link org.depesche.content.article.ArticleFilters}. This package never writes, and never reads an editorial
 * table: {@link org.depesche.content.publication.ArticlePublisher} changes public articles.
 */
@NullMarked
package org.depesche.content.article;

import org.jspecify.annotations.NullMarked;
