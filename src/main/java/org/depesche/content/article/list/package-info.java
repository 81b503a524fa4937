/**
 * Article lists: {@link org.depesche.content.article.list.ArticleFilterParameters} are the filters of a request,
 * {@link org.depesche.content.article.list.ArticleFilterResolver} looks up what they name,
 * {@link org.depesche.content.article.list.ArticlePager} reads and renders a page, an
 * {@link org.depesche.content.article.list.ArticleList}. This room never decides how an article looks.
 */
@NullMarked
package org.depesche.content.article.list;

import org.jspecify.annotations.NullMarked;
