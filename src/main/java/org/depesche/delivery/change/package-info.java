/**
 * The one change log: written in the transaction of the change itself, read in commit order without gaps. Doors: {@link
 * org.depesche.delivery.change.ChangeLog} to read. Nothing else tells what changed.
 */
@NullMarked
package org.depesche.delivery.change;

import org.jspecify.annotations.NullMarked;
