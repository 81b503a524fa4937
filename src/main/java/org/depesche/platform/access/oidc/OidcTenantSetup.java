package org.depesche.platform.access.oidc;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.oidc.Oidc;
import io.quarkus.oidc.OidcTenantConfig;

/** Without an issuer there is no OpenID Connect: Quarkus alone would refuse to start. */
@ApplicationScoped
class OidcTenantSetup {

    private final OidcIssuerConfig config;

    OidcTenantSetup(OidcIssuerConfig config) {
        this.config = config;
    }

    boolean isConfigured() {
        return config.issuer().isPresent();
    }

    void disableWithoutIssuer(@Observes Oidc oidc) {
        if (!isConfigured()) {
            oidc.create(OidcTenantConfig.builder().disableTenant().build());
        }
    }
}
