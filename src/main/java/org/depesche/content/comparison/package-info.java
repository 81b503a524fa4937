/**
 * Compares two articles in their input form. Public API: {@link org.depesche.content.comparison.JsonDiff}. Depends on
 * JSON only, not on the source of the articles.
 */
@NullMarked
package org.depesche.content.comparison;

import org.jspecify.annotations.NullMarked;
