package org.depesche.platform.http.response;

import io.vertx.ext.web.RoutingContext;

/** A response body that is written piece by piece after the headers, at the client's speed. It has no entity tag. */
@FunctionalInterface
public interface StreamedBody {

    /**
     * Writes the body, or begins to write it and returns. Runs on the request's thread. The implementation ends the response,
     * or closes the connection when the body is incomplete.
     */
    void start(RoutingContext context);
}
