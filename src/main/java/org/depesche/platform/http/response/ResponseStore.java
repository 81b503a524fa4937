package org.depesche.platform.http.response;

import java.util.function.Supplier;

import io.vertx.ext.web.RoutingContext;

/** Whoever keeps finished answers, to give them again without having them made again. */
public interface ResponseStore {

    /**
     * Takes an answer to the request it was made for, finished only where it is wanted. Gives what Cache-Status says of it
     * (RFC 9211), also where it was not.
     */
    String store(RoutingContext request, Supplier<CachedResponse> answer);
}
