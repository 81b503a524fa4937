package org.depesche.platform.access.oidc;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/**
 * The issuer of access tokens, and the names of the roles in its tokens. {@code quarkus.oidc.*} configures how tokens
 * are checked. This interface is public only because the configuration library implements it.
 */
@ConfigMapping(prefix = "depesche.access.oidc")
public interface OidcIssuerConfig {

    /** Follows {@code quarkus.oidc.auth-server-url}. Without an issuer no token is accepted. */
    Optional<String> issuer();

    /** How long a request waits for an issuer that accepts the connection but does not respond. */
    @WithDefault("5S")
    Duration timeout();

    /**
     * The values of the role claim for each role. The default is not simply "admin", because many issuers give that
     * role to administrators of their own.
     */
    @WithDefault("depesche-reader")
    List<String> readerRoles();

    @WithDefault("depesche-author")
    List<String> authorRoles();

    @WithDefault("depesche-editor")
    List<String> editorRoles();

    @WithDefault("depesche-admin")
    List<String> adminRoles();
}
