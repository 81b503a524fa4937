package org.depesche.platform.access.key.authentication;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.platform.access.Caller;
import org.depesche.platform.access.CallerIdentity;
import org.depesche.platform.access.Entitlement;
import org.depesche.platform.http.ResponseVariants;
import org.depesche.platform.http.RouteGroup;

import io.quarkus.security.identity.IdentityProviderManager;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;

/**
 * Names the variant of public responses by the highest entitlement of the caller. Feeds also vary by whether there is a caller:
 * without one they show only what partners may have.
 */
@ApplicationScoped
class EntitlementVariants implements ResponseVariants {

    private final BearerAuthentication authentication;
    private final IdentityProviderManager identities;

    EntitlementVariants(BearerAuthentication authentication, IdentityProviderManager identities) {
        this.authentication = authentication;
        this.identities = identities;
    }

    @Override
    public Uni<String> variantOf(RoutingContext context) {
        return authentication.authenticate(context, identities).map(identity -> {
            // a valid token without a role of this service has no caller, and gets what everybody gets
            var caller = Optional.ofNullable(identity.<CallerIdentity> getAttribute(Caller.IDENTITY_ATTRIBUTE));
            var entitlement = caller.flatMap(CallerIdentity::highestEntitlement).map(Entitlement::word).orElse("");
            return caller.isPresent() && RouteGroup.of(context.normalizedPath()) == RouteGroup.FEEDS ? "key " + entitlement
                    : entitlement;
        });
    }
}
