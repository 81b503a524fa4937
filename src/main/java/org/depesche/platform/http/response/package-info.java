/**
 * Headers, ETags, conditional requests, redirects, content encoding, JSON output. Endpoints use
 * {@link org.depesche.platform.http.response.ConditionalUpdate}, {@link org.depesche.platform.http.response.VersionETag} and
 * {@link org.depesche.platform.http.response.WithETag}; {@link org.depesche.platform.http.response.ResponseHeaders} writes the
 * headers of every response. This room knows no cache of responses, which {@link org.depesche.platform.http.cache} is.
 */
@NullMarked
package org.depesche.platform.http.response;

import org.jspecify.annotations.NullMarked;
