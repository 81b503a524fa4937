package org.depesche.platform.problem;

import io.vertx.ext.web.RoutingContext;

/**
 * Adds the headers of every response. The package that owns these headers implements it, for requests that fail before
 * they reach the filters.
 */
public interface EarlyFailureHeaders {

    void add(RoutingContext request);
}
