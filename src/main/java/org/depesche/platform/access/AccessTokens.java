package org.depesche.platform.access;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

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
class AccessTokens {

    /** Three parts of base64url, the first of them a JSON object: a signed JWT. */
    private static final Pattern SIGNED = Pattern.compile("eyJ[\\w-]*\\.[\\w-]+\\.[\\w-]*");

    private final TokenIssuer issuer;
    private final TokenCaller callers;
    private final Duration patience;

    AccessTokens(TokenIssuer issuer, IssuerConfig config) {
        this.issuer = issuer;
        this.patience = config.patience();
        this.callers = new TokenCaller(config);
    }

    /** Whether it is worth asking Quarkus. */
    boolean mayBe(String sent) {
        return issuer.isNamed() && SIGNED.matcher(sent).matches();
    }

    Uni<SecurityIdentity> identify(String token, RoutingContext context, IdentityProviderManager identities) {
        var request = new TokenAuthenticationRequest(new AccessTokenCredential(token));
        return identities.authenticate(HttpSecurityUtils.setRoutingContextAttribute(request, context))
                .ifNoItem().after(patience).fail().map(this::ours).onFailure().transform(AccessTokens::refusal);
    }

    /** With roles of ours alone: the issuer's own words must open nothing here. */
    private SecurityIdentity ours(SecurityIdentity checked) {
        var identity = QuarkusSecurityIdentity.builder();
        var caller = callers.of((JsonWebToken) checked.getPrincipal(), checked.getRoles());
        caller.ifPresent(known -> identity.addRoles(known.role().granted()).addAttribute(Caller.KNOWN, known));
        return identity.setPrincipal(checked.getPrincipal()).build();
    }

    private static Problem refusal(Throwable failure) {
        var invalid = causes(failure).filter(InvalidJwtException.class::isInstance).map(InvalidJwtException.class::cast)
                .findFirst();
        if (invalid.isEmpty() && causes(failure).anyMatch(AccessTokens::isAway)) {
            return new IssuerAway();
        }
        Log.debugf(failure, "An access token was refused");
        return new InvalidToken(invalid);
    }

    private static boolean isAway(Throwable cause) {
        return cause instanceof OIDCException || cause instanceof IOException || cause instanceof TimeoutException
                || cause instanceof VertxException;
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(Optional.of(failure), Optional::isPresent, one -> one.map(Throwable::getCause)).limit(20)
                .flatMap(Optional::stream);
    }
}
