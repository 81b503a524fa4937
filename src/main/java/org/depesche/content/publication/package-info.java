/**
 * Publishing, withdrawing and erasing articles. {@link org.depesche.content.publication.ArticlePublisher} is the only way to
 * change what the public sees; it keeps lists, series, translations and merges consistent in the same transaction. This room
 * never reads a working copy.
 */
@NullMarked
package org.depesche.content.publication;

import org.jspecify.annotations.NullMarked;
