package org.depesche.platform.http.cache;

import java.util.function.Supplier;

import io.vertx.ext.web.RoutingContext;

/** Stores finished responses, to serve them again without computing them. */
public interface ResponseStore {

    /**
     * Stores the response to a request, or computes nothing if it cannot be stored.
     *
     * @param response computes the response that is stored
     * @return the value of the header Cache-Status (RFC 9211), in either case
     */
    String store(RoutingContext context, Supplier<CachedResponse> response);
}
