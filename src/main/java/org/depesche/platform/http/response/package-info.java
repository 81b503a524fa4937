/**
 * Headers, ETags, conditional requests, redirects, content encoding, JSON output. Endpoints use
 * {@link org.depesche.platform.http.response.ConditionalUpdate}, {@link org.depesche.platform.http.response.VersionETag} and
 * {@link org.depesche.platform.http.response.WithETag}; {@link org.depesche.platform.http.response.ResponseHeaders} writes the
 * headers of every response. This room never stores a response; {@link org.depesche.platform.http.cache} does.
 */
@NullMarked
package org.depesche.platform.http.response;

import org.jspecify.annotations.NullMarked;
