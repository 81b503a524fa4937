/**
 * The JSON representations of public articles. {@link org.depesche.content.article.view.ArticleRenderer} creates an
 * {@link org.depesche.content.article.view.ArticleRepresentation} of an article, with the members that a
 * {@link org.depesche.content.article.view.FieldSelection} requests. This package never chooses articles, and never shows more
 * of an article than its {@link org.depesche.content.article.view.Paywall} allows.
 */
@NullMarked
package org.depesche.content.article.view;

import org.jspecify.annotations.NullMarked;
