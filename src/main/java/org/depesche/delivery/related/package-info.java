/**
 * Related news: which other articles belong beside one, and why. Door: {@link org.depesche.delivery.related.RelatedNews}.
 * Reads what is public and nothing else.
 */
@NullMarked
package org.depesche.delivery.related;

import org.jspecify.annotations.NullMarked;
