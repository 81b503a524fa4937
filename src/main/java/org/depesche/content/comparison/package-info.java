/**
 * Compares two JSON documents: members, blocks of a body, words of a text. {@link org.depesche.content.comparison.JsonDiff} is
 * the entry. This room knows nothing of articles, and never reads one.
 */
@NullMarked
package org.depesche.content.comparison;

import org.jspecify.annotations.NullMarked;
