/**
 * Who wrote it, across all sites. Doors: {@link org.depesche.content.author.Authors},
 * {@link org.depesche.content.author.AuthorEvent}. An author is public only where a published article uses it.
 */
@NullMarked
package org.depesche.content.author;

import org.jspecify.annotations.NullMarked;
