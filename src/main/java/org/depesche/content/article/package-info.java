/**
 * The public articles: reading them one by one and in lists, and resolving URLs. Other rooms begin with {@link
 * org.depesche.content.article.Articles} and {@link org.depesche.content.article.ArticleFilters}. {@link
 * org.depesche.content.publication.ArticlePublisher} changes what is public. This room never reads an editorial table.
 */
@NullMarked
package org.depesche.content.article;

import org.jspecify.annotations.NullMarked;
