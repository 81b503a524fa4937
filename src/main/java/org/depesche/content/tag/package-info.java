/**
 * What articles are about, across all sites. Doors: {@link org.depesche.content.tag.Tags},
 * {@link org.depesche.content.tag.TagEvent}. A tag is public only where a published article uses it.
 */
@NullMarked
package org.depesche.content.tag;

import org.jspecify.annotations.NullMarked;
