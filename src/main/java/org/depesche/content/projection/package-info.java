/** The rows of public articles: text, URLs, former slugs, tombstones, picks. */
@NullMarked
package org.depesche.content.projection;

import org.jspecify.annotations.NullMarked;
