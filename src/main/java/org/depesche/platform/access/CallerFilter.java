package org.depesche.platform.access;

import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.smallrye.mutiny.Uni;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;

/**
 * Says who calls before anything else looks at the request. A key that was sent must be valid, also where none is
 * needed: a caller whose key expired shall not silently become anonymous. Without a key nothing is asked of the database.
 */
class CallerFilter {

    /** Before every other filter; endpoints with a role were checked already. */
    static final int PRIORITY = 0;

    private final CurrentIdentityAssociation identities;
    private final Caller caller;

    CallerFilter(CurrentIdentityAssociation identities, Caller caller) {
        this.identities = identities;
        this.caller = caller;
    }

    @ServerRequestFilter(priority = PRIORITY, nonBlocking = true)
    public Uni<Response> identifyCaller(RoutingContext context) {
        caller.setAddress(hostOf(context.request().remoteAddress()));
        if (!BearerScheme.isPresent(context)) {
            return Uni.createFrom().nullItem();
        }
        return identities.getDeferredIdentity().invoke(caller::setIdentity).replaceWith((Response) null);
    }

    /** Without an IPv6 zone, which means nothing elsewhere; none for a socket of this machine. */
    private static @Nullable String hostOf(@Nullable SocketAddress remote) {
        var host = remote == null ? null : remote.hostAddress();
        return host == null ? null : host.split("%", 2)[0];
    }
}
