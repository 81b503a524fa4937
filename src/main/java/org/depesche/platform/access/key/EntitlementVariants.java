package org.depesche.platform.access.key;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.platform.access.Caller;
import org.depesche.platform.access.CallerIdentity;
import org.depesche.platform.access.Entitlement;
import org.depesche.platform.http.ResponseVariants;

import io.quarkus.security.identity.IdentityProviderManager;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;

/** Public responses vary by the highest entitlement of the caller, and by nothing else of the caller. */
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
            CallerIdentity caller = identity.getAttribute(Caller.IDENTITY_ATTRIBUTE);
            return caller.highestEntitlement().map(Entitlement::word).orElse("");
        });
    }
}
