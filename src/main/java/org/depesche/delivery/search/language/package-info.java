/**
 * What a word of an article may be found by: as it was written, by its stem, by its parts. Doors: {@link
 * org.depesche.delivery.search.language.Languages}, {@link org.depesche.delivery.search.language.Words}. Knows words and no
 * article; the same text gives the same terms on every node, whatever is in its index.
 */
@NullMarked
package org.depesche.delivery.search.language;

import org.jspecify.annotations.NullMarked;
