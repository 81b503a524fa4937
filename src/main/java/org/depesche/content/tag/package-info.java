/**
 * The tags of articles, on all sites. {@link org.depesche.content.tag.Tags} finds and creates them,
 * {@link org.depesche.content.tag.TagEvent} announces changes. A tag is public only while a published article uses it.
 */
@NullMarked
package org.depesche.content.tag;

import org.jspecify.annotations.NullMarked;
