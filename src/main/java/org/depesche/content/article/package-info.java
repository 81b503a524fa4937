/**
 * The public articles. Other rooms render them with {@link org.depesche.content.article.Articles}, and resolve the filters of
 * lists with {@link org.depesche.content.article.ArticleFilters}.
 * {@link org.depesche.content.publication.ArticlePublisher} changes what is public; this room never writes, and never reads an
 * editorial table.
 */
@NullMarked
package org.depesche.content.article;

import org.jspecify.annotations.NullMarked;
