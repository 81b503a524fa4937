/**
 * Turns words into search terms: the spelling, the stem, and the parts of a compound. This room knows words and no
 * articles. Analysis is deterministic: the same text gives the same terms on every node, whatever the index contains.
 * @see org.depesche.delivery.search.language.WordAnalyzers
 * @see org.depesche.delivery.search.language.WordTokenizer
 */
@NullMarked
package org.depesche.delivery.search.language;

import org.jspecify.annotations.NullMarked;
