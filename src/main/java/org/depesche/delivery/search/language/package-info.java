/**
 * Turns words into search terms: the spelling, the stem, and the parts of a compound. {@link
 * org.depesche.delivery.search.language.WordAnalyzers} analyzes a text, and {@link
 * org.depesche.delivery.search.language.ParsedQuery} is what a client looks for. This room knows words and no articles.
 * Analysis is deterministic: the same text gives the same terms on every node, whatever the index contains.
 */
@NullMarked
package org.depesche.delivery.search.language;

import org.jspecify.annotations.NullMarked;
