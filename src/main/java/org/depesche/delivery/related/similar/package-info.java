/**
 * Similar articles, stored for each article: found with the search index when an article is published or first requested, and
 * again when a similar article changes. Callers use {@link org.depesche.delivery.related.similar.SimilarArticles}. This room
 * never shows an article that is not public now.
 */
@NullMarked
package org.depesche.delivery.related.similar;

import org.jspecify.annotations.NullMarked;
