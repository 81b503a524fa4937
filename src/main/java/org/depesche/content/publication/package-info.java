/**
 * Publishes, withdraws and erases articles. Public articles are changed only by {@link
 * org.depesche.content.publication.ArticlePublisher}, which keeps lists, series, translations and merges consistent in the same
 * transaction. This package never reads a working copy.
 */
@NullMarked
package org.depesche.content.publication;

import org.jspecify.annotations.NullMarked;
