package org.depesche.platform.access.oidc;

import java.io.IOException;
import java.security.Principal;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.platform.access.Caller;
import org.depesche.platform.access.CallerIdentity;
import org.depesche.platform.problem.Problem;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jose4j.jwt.consumer.InvalidJwtException;

import io.quarkus.logging.Log;
import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.oidc.OIDCException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.VertxException;
import io.vertx.ext.web.RoutingContext;

/**
 * Authenticates callers by access token. Quarkus checks the signature, the issuer, the audience and the times, with
 * keys that it has fetched before. This class decides which role the token has here.
 */
@ApplicationScoped
public class AccessTokenAuthenticator {

    /** Three base64url parts, the first of which starts with a JSON object: a signed JWT. */
    private static final Pattern SIGNED_JWT = Pattern.compile("eyJ[\\w-]*\\.[\\w-]+\\.[\\w-]*");

    private final OidcTenantSetup issuer;
    private final TokenCallerMapper callers;
    private final Duration timeout;

    AccessTokenAuthenticator(OidcTenantSetup issuer, OidcIssuerConfig config) {
        this.issuer = issuer;
        this.timeout = config.timeout();
        this.callers = new TokenCallerMapper(config);
    }

    /** Whether a token is a signed JWT and an issuer is configured. Other tokens need not be checked. */
    public boolean accepts(String token) {
        return issuer.isConfigured() && SIGNED_JWT.matcher(token).matches();
    }

    /**
     * Authenticates an access token. Fails with a {@link Problem}: 401 for an invalid token, and 503 if the issuer is needed to
     * check the token and cannot be reached.
     */
    public Uni<SecurityIdentity> authenticate(String token, RoutingContext context, IdentityProviderManager identities) {
        var request = new TokenAuthenticationRequest(new AccessTokenCredential(token));
        return identities.authenticate(HttpSecurityUtils.setRoutingContextAttribute(request, context))
                .ifNoItem().after(timeout).fail().map(this::toCallerIdentity).onFailure()
                .transform(AccessTokenAuthenticator::toProblem);
    }

    /**
     * The identity with the roles of this service only, because role names of the issuer must not grant anything here. The
     * principal of a caller is named by the caller's id, as it is for a key: names are not unique, and change.
     */
    private SecurityIdentity toCallerIdentity(SecurityIdentity verified) {
        var identity = QuarkusSecurityIdentity.builder();
        var caller = callers.map((JsonWebToken) verified.getPrincipal(), verified.getRoles());
        caller.ifPresent(
                identified -> identity.addRoles(identified.role().includedRoles()).addAttribute(Caller.IDENTITY_ATTRIBUTE,
                        identified));
        return identity.setPrincipal(caller.map(AccessTokenAuthenticator::principal).orElse(verified.getPrincipal())).build();
    }

    private static Principal principal(CallerIdentity caller) {
        return caller.id()::toString;
    }

    private static Problem toProblem(Throwable failure) {
        var invalid = causes(failure).filter(InvalidJwtException.class::isInstance).map(InvalidJwtException.class::cast)
                .findFirst();
        if (invalid.isEmpty() && causes(failure).anyMatch(AccessTokenAuthenticator::isUnreachable)) {
            return new IssuerUnavailable();
        }
        Log.debugf(failure, "An access token was rejected");
        return new InvalidToken(invalid);
    }

    private static boolean isUnreachable(Throwable cause) {
        return cause instanceof OIDCException || cause instanceof IOException || cause instanceof TimeoutException
                || cause instanceof VertxException;
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(Optional.of(failure), Optional::isPresent, cause -> cause.map(Throwable::getCause)).limit(20)
                .flatMap(Optional::stream);
    }
}
