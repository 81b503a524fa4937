/**
 * Compares two JSON documents: members, blocks of a body, words of a text. Start with {@link
 * org.depesche.content.comparison.JsonDiff}. This package has no knowledge of articles, and never reads one.
 */
@NullMarked
package org.depesche.content.comparison;

import org.jspecify.annotations.NullMarked;
