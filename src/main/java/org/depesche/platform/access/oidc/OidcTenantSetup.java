package org.depesche.platform.access.oidc;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.oidc.Oidc;
import io.quarkus.oidc.OidcTenantConfig;

/** Disables OpenID Connect when no issuer is configured. Without this class Quarkus would refuse to start. */
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
