/**
 * Query parameters, request bodies, content negotiation. Public API: {@link
 * org.depesche.platform.http.request.QueryParameters}, {@link org.depesche.platform.http.request.CollectsErrors}, {@link
 * org.depesche.platform.http.request.RequestBodyLimit}, {@link org.depesche.platform.http.request.QueryString}.
 */
@NullMarked
package org.depesche.platform.http.request;

import org.jspecify.annotations.NullMarked;
