/**
 * The change log, which is written in the transaction of each change and read in commit order without gaps. Callers
 * read it with {@link org.depesche.delivery.change.ChangeLog}. There is no other record of changes.
 */
@NullMarked
package org.depesche.delivery.change;

import org.jspecify.annotations.NullMarked;
