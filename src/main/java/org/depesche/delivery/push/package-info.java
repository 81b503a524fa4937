/**
 * What pushes of changes have in common, to webhooks and to the subscribers of feeds:
 * {@link org.depesche.delivery.push.PushConfig} has their limits, {@link org.depesche.delivery.push.RetrySchedule} their
 * pauses, {@link org.depesche.delivery.push.PushHighWatermark} says up to which change they may go, and
 * {@link org.depesche.delivery.push.DeliveryThreads} runs them. This room never sends anything itself.
 */
@NullMarked
package org.depesche.delivery.push;

import org.jspecify.annotations.NullMarked;
