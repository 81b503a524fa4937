/**
 * What differs between two articles in their writing form. Door: {@link org.depesche.content.comparison.JsonDiff}. Knows
 * JSON, and nothing of where it comes from.
 */
@NullMarked
package org.depesche.content.comparison;

import org.jspecify.annotations.NullMarked;
