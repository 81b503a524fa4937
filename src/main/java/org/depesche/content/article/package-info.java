/**
 * What the public sees: the published projection, its read doors and representations. Doors: {@link
 * org.depesche.content.publication.ArticlePublisher} to change it, {@link org.depesche.content.article.Articles} to read it. Never
 * names an editorial table.
 */
@NullMarked
package org.depesche.content.article;

import org.jspecify.annotations.NullMarked;
