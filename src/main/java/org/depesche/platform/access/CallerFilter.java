package org.depesche.platform.access;

import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.smallrye.mutiny.Uni;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;

/**
 * Identifies the caller before any other filter runs. A key that was sent must be valid even where no key is required,
 * so that a caller with an expired key does not silently become anonymous. A request without a key does not use the
 * database.
 */
class CallerFilter {

    /** Runs before every other filter. Quarkus has checked the roles of endpoints already. */
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

    /** The host without an IPv6 zone, which is meaningless on other machines; null for a Unix socket. */
    private static @Nullable String hostOf(@Nullable SocketAddress remote) {
        var host = remote == null ? null : remote.hostAddress();
        return host == null ? null : host.split("%", 2)[0];
    }
}
