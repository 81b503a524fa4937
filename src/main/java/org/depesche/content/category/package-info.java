/**
 * The sections of a site: a tree in the desk's order. Doors: {@link org.depesche.content.category.Categories} to read,
 * {@link org.depesche.content.category.CategoryEditor} to write, {@link org.depesche.content.category.CategoryEvent} to
 * follow; {@link org.depesche.content.category.LatestArticles} to plug in from above. Knows no article.
 */
@NullMarked
package org.depesche.content.category;

import org.jspecify.annotations.NullMarked;
