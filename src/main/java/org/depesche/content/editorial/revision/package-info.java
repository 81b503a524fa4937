/** Lists, shows, compares and restores revisions. */
@NullMarked
package org.depesche.content.editorial.revision;

import org.jspecify.annotations.NullMarked;
