package org.depesche.platform.problem;

import io.vertx.ext.web.RoutingContext;

/** What every answer says beside its body. The room that knows it plugs in here, for refusals that never get there. */
public interface DefaultResponseHeaders {

    void add(RoutingContext request);
}
