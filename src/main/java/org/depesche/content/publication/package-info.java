/** Publishing, withdrawing and erasing articles, with the effects on lists, series, translations and merges. */
@NullMarked
package org.depesche.content.publication;

import org.jspecify.annotations.NullMarked;
