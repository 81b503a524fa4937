/**
 * The public articles. Other rooms begin with {@link org.depesche.content.article.Articles}, which reads them one by one, and
 * {@link org.depesche.content.article.ArticleFilters}, which chooses them for lists.
 * {@link org.depesche.content.publication.ArticlePublisher} changes what is public; this room never writes, and never reads an
 * editorial table.
 */
@NullMarked
package org.depesche.content.article;

import org.jspecify.annotations.NullMarked;
