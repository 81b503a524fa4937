package org.depesche.platform.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.oidc.Oidc;
import io.quarkus.oidc.OidcTenantConfig;

/** Without an issuer there is no OpenID Connect: Quarkus alone would refuse to start. */
@ApplicationScoped
class TokenIssuer {

    private final IssuerConfig config;

    TokenIssuer(IssuerConfig config) {
        this.config = config;
    }

    boolean isNamed() {
        return config.issuer().isPresent();
    }

    void settle(@Observes Oidc oidc) {
        if (!isNamed()) {
            oidc.create(OidcTenantConfig.builder().disableTenant().build());
        }
    }
}
