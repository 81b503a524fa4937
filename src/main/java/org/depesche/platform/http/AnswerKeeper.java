package org.depesche.platform.http;

import io.vertx.ext.web.RoutingContext;

/** Whoever keeps finished answers, to give them again without having them made again. */
public interface AnswerKeeper {

    /**
     * Takes an answer to the request it was made for. Gives what Cache-Status says of it (RFC 9211), also where it was not
     * wanted.
     */
    String keep(RoutingContext request, KeptAnswer answer);
}
