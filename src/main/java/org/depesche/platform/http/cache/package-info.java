/**
 * The response cache of this node. {@link org.depesche.platform.http.cache.CacheHandler} serves hits on the event loop,
 * {@link org.depesche.platform.http.cache.ResponseFilter} completes and stores the responses of the framework,
 * {@link org.depesche.platform.http.cache.PublicResponses} those of the fast path; others invalidate the
 * {@link org.depesche.platform.http.cache.ResponseCache}. A response that forbids shared caches is never stored.
 */
@NullMarked
package org.depesche.platform.http.cache;

import org.jspecify.annotations.NullMarked;
