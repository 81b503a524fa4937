/**
 * The authors of articles, on all sites. Public API: {@link org.depesche.content.author.Authors}, {@link
 * org.depesche.content.author.AuthorEvent}. An author is public only while a published article names it.
 */
@NullMarked
package org.depesche.content.author;

import org.jspecify.annotations.NullMarked;
