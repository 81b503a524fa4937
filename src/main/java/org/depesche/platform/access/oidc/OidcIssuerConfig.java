package org.depesche.platform.access.oidc;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/**
 * Access tokens of an OpenID Connect issuer; how they are checked says {@code quarkus.oidc.*}. Public because the configuration
 * library implements it; nobody else needs it.
 */
@ConfigMapping(prefix = "depesche.access.oidc")
public interface OidcIssuerConfig {

    /** Follows {@code quarkus.oidc.auth-server-url}; without one no token is accepted. */
    Optional<String> issuer();

    /** How long a request waits for an issuer that takes the connection and then says nothing. */
    @WithDefault("5S")
    Duration timeout();

    /** What the role claim says of callers of each role. Not simply "admin", which many issuers call people of their own. */
    @WithDefault("depesche-reader")
    List<String> readerRoles();

    @WithDefault("depesche-author")
    List<String> authorRoles();

    @WithDefault("depesche-editor")
    List<String> editorRoles();

    @WithDefault("depesche-admin")
    List<String> adminRoles();
}
