/**
 * Lists of public articles. {@link org.depesche.content.article.list.ArticleFilterParameters} are the filters of a request,
 * {@link org.depesche.content.article.list.ArticleFilterResolver} resolves the ids and slugs in them, and
 * {@link org.depesche.content.article.list.ArticlePager} reads and renders a page as an
 * {@link org.depesche.content.article.list.ArticleList}. This package never decides how an article is represented.
 */
@NullMarked
package org.depesche.content.article.list;

import org.jspecify.annotations.NullMarked;
