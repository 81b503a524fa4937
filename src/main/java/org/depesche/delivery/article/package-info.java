/**
 * One article in standard formats: {@link org.depesche.delivery.article.JsonLd} for search engines,
 * {@link org.depesche.delivery.article.Markdown} for agents and static sites, {@link org.depesche.delivery.article.Ninjs} for
 * agencies; {@link org.depesche.delivery.article.ArticleDocumentsResource} has the endpoints. This room reads articles through
 * {@link org.depesche.content.article.Articles} alone, which cuts what the caller may not read.
 */
@NullMarked
package org.depesche.delivery.article;

import org.jspecify.annotations.NullMarked;
