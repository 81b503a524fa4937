/**
 * The change log, which is written in the transaction of each change and read in commit order without gaps.
 * {@link org.depesche.delivery.change.ChangeRecorder} observes the events of content and writes,
 * {@link org.depesche.delivery.change.ChangeLog} reads, {@link org.depesche.delivery.change.ChangeLogGrew} wakes followers.
 * There is never another record of changes.
 */
@NullMarked
package org.depesche.delivery.change;

import org.jspecify.annotations.NullMarked;
