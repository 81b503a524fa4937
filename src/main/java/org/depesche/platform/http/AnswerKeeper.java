package org.depesche.platform.http;

import java.util.function.Supplier;

import io.vertx.ext.web.RoutingContext;

/** Whoever keeps finished answers, to give them again without having them made again. */
public interface AnswerKeeper {

    /**
     * Takes an answer to the request it was made for, finished only where it is wanted. Gives what Cache-Status says of it
     * (RFC 9211), also where it was not.
     */
    String keep(RoutingContext request, Supplier<KeptAnswer> answer);
}
