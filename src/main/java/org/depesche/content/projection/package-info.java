/**
 * The rows of public articles: texts, URLs, former slugs, tombstones and picked related articles.
 * {@link org.depesche.content.projection.PublishedArticles} reads them,
 * {@link org.depesche.content.projection.WithdrawnArticles} the tombstones;
 * {@link org.depesche.content.projection.PublishedArticleWriter} is for {@link org.depesche.content.publication} alone. This
 * package never reads an editorial table, and announces nothing.
 */
@NullMarked
package org.depesche.content.projection;

import org.jspecify.annotations.NullMarked;
