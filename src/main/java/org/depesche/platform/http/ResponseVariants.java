package org.depesche.platform.http;

import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;

/** Tells callers apart who get other public responses than everybody. The room that authenticates callers implements it. */
public interface ResponseVariants {

    /**
     * Authenticates a request that carries a key or a token. Callers with the same variant get the same responses.
     * @return the name of the variant, which is empty for a caller who gets what everybody gets; a failure when the
     *         caller is not authenticated
     */
    Uni<String> variantOf(RoutingContext context);
}
