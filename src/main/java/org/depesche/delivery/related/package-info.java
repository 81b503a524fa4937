/**
 * Related news: which other articles to show beside an article, and why. Callers use
 * {@link org.depesche.delivery.related.RelatedNews}. This room reads public content only.
 */
@NullMarked
package org.depesche.delivery.related;

import org.jspecify.annotations.NullMarked;
