/** Preview links, which show a working copy without a key. */
@NullMarked
package org.depesche.content.editorial.preview;

import org.jspecify.annotations.NullMarked;
