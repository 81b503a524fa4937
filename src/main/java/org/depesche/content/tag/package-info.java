/**
 * The subjects of articles, on all sites. Public API: {@link org.depesche.content.tag.Tags}, {@link
 * org.depesche.content.tag.TagEvent}. A tag is public only while a published article uses it.
 */
@NullMarked
package org.depesche.content.tag;

import org.jspecify.annotations.NullMarked;
