/**
 * What pushes of changes have in common, to webhooks and to the subscribers of feeds: limits, retries, and when a change may be
 * announced. This room sends nothing itself.
 */
@NullMarked
package org.depesche.delivery.push;

import org.jspecify.annotations.NullMarked;
