/**
 * First answers, kept and given again. Doors: {@link org.depesche.platform.idempotency.Idempotent} on POST methods with an
 * ordinary body, {@link org.depesche.platform.idempotency.IdempotencyStore} for those that stream theirs. Never decides
 * whether a request is right, and knows no news.
 */
@NullMarked
package org.depesche.platform.idempotency;

import org.jspecify.annotations.NullMarked;
