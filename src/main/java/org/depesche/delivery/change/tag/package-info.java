/**
 * When each cache tag was last named by the change log. {@link org.depesche.delivery.change.tag.TagChanges} tells by it when
 * the newest change that touched a response was committed. This room never reads content.
 */
@NullMarked
package org.depesche.delivery.change.tag;

import org.jspecify.annotations.NullMarked;
