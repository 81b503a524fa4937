/**
 * Headers, ETags, conditional requests, content encoding, JSON output, the response cache. Public API: {@link
 * org.depesche.platform.http.response.VersionETag} for editable resources; {@link
 * org.depesche.platform.http.response.ResponseCache} and {@link org.depesche.platform.http.response.CachedResponse} for
 * invalidation and for hits outside this package.
 */
@NullMarked
package org.depesche.platform.http.response;

import org.jspecify.annotations.NullMarked;
