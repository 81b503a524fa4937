/**
 * The authors of articles, on all sites. {@link org.depesche.content.author.Authors} finds and creates them,
 * {@link org.depesche.content.author.AuthorEvent} announces changes. An author is public only while a published article names
 * the author.
 */
@NullMarked
package org.depesche.content.author;

import org.jspecify.annotations.NullMarked;
