/**
 * What a word of an article may be found by: as it was written, by its stem, by its parts. Doors: {@link
 * org.depesche.delivery.search.language.WordAnalyzers}, {@link org.depesche.delivery.search.language.WordTokenizer}. Knows words and no
 * article; the same text gives the same terms on every node, whatever is in its index.
 */
@NullMarked
package org.depesche.delivery.search.language;

import org.jspecify.annotations.NullMarked;
