/**
 * Query parameters, request bodies, content negotiation. An endpoint declares each
 * {@link org.depesche.platform.http.request.QueryParameter} once, reads it from
 * {@link org.depesche.platform.http.request.QueryParameters}, and is annotated with
 * {@link org.depesche.platform.http.request.CollectsErrors}; {@link org.depesche.platform.http.request.RequestBodyLimit}
 * bounds its body. A value is never guessed, clamped or ignored.
 */
@NullMarked
package org.depesche.platform.http.request;

import org.jspecify.annotations.NullMarked;
