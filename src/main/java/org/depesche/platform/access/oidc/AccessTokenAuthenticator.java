package org.depesche.platform.access.oidc;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.platform.access.Caller;
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
 * Turns an access token into the identity behind it. Quarkus checks signature, issuer, audience and times with keys that it has
 * fetched before; what the token may here is ours to say.
 */
@ApplicationScoped
public class AccessTokenAuthenticator {

    /** Three parts of base64url, the first of them a JSON object: a signed JWT. */
    private static final Pattern SIGNED_JWT = Pattern.compile("eyJ[\\w-]*\\.[\\w-]+\\.[\\w-]*");

    private final OidcTenantSetup issuer;
    private final TokenCallerMapper callers;
    private final Duration timeout;

    AccessTokenAuthenticator(OidcTenantSetup issuer, OidcIssuerConfig config) {
        this.issuer = issuer;
        this.timeout = config.timeout();
        this.callers = new TokenCallerMapper(config);
    }

    /** Whether it is worth asking Quarkus. */
    public boolean accepts(String sent) {
        return issuer.isConfigured() && SIGNED_JWT.matcher(sent).matches();
    }

    public Uni<SecurityIdentity> authenticate(String token, RoutingContext context, IdentityProviderManager identities) {
        var request = new TokenAuthenticationRequest(new AccessTokenCredential(token));
        return identities.authenticate(HttpSecurityUtils.setRoutingContextAttribute(request, context))
                .ifNoItem().after(timeout).fail().map(this::toCallerIdentity).onFailure()
                .transform(AccessTokenAuthenticator::toProblem);
    }

    /** With roles of ours alone: the issuer's own words must open nothing here. */
    private SecurityIdentity toCallerIdentity(SecurityIdentity checked) {
        var identity = QuarkusSecurityIdentity.builder();
        var caller = callers.map((JsonWebToken) checked.getPrincipal(), checked.getRoles());
        caller.ifPresent(
                known -> identity.addRoles(known.role().includedRoles()).addAttribute(Caller.IDENTITY_ATTRIBUTE, known));
        return identity.setPrincipal(checked.getPrincipal()).build();
    }

    private static Problem toProblem(Throwable failure) {
        var invalid = causes(failure).filter(InvalidJwtException.class::isInstance).map(InvalidJwtException.class::cast)
                .findFirst();
        if (invalid.isEmpty() && causes(failure).anyMatch(AccessTokenAuthenticator::isUnreachable)) {
            return new IssuerUnavailable();
        }
        Log.debugf(failure, "An access token was refused");
        return new InvalidToken(invalid);
    }

    private static boolean isUnreachable(Throwable cause) {
        return cause instanceof OIDCException || cause instanceof IOException || cause instanceof TimeoutException
                || cause instanceof VertxException;
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(Optional.of(failure), Optional::isPresent, one -> one.map(Throwable::getCause)).limit(20)
                .flatMap(Optional::stream);
    }
}
