/**
 * All public articles of a site at one position of the change log, as one response. It reads the projection in one snapshot,
 * and holds no more than a page of articles in memory.
 */
@NullMarked
package org.depesche.delivery.export;

import org.jspecify.annotations.NullMarked;
