/**
 * The sections of a site: a tree in editorial order. Public API: {@link org.depesche.content.category.Categories} reads,
 * {@link org.depesche.content.category.CategoryEditor} writes, {@link org.depesche.content.category.CategoryEvent}
 * announces changes, and {@link org.depesche.content.category.LatestArticles} lets another package supply articles.
 * This package has no knowledge of articles.
 */
@NullMarked
package org.depesche.content.category;

import org.jspecify.annotations.NullMarked;
