/**
 * Stores the first response of a request, and replays it for repeated requests. POST methods with an ordinary body use
 * {@link org.depesche.platform.idempotency.Idempotent}, and methods that stream their body use
 * {@link org.depesche.platform.idempotency.IdempotencyStore}. This room never decides whether a request is valid.
 */
@NullMarked
package org.depesche.platform.idempotency;

import org.jspecify.annotations.NullMarked;
