package org.depesche.platform.access.key.authentication;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.platform.access.BearerScheme;
import org.depesche.platform.access.oidc.AccessTokenAuthenticator;
import org.depesche.platform.problem.Problem;
import org.depesche.platform.problem.ProblemType;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;

/**
 * Authenticates {@code Authorization: Bearer <key or access token>} (RFC 6750). A known key is never sent to the issuer
 * of tokens. Other schemes are ignored: the Basic login of a staging site in front of this service must not block the
 * public routes.
 */
@ApplicationScoped
class BearerAuthentication implements HttpAuthenticationMechanism {

    /** The authenticated caller of this request: the response cache asks for it before the endpoint does. */
    private static final String IDENTITY = BearerAuthentication.class.getName();

    private final AccessTokenAuthenticator tokens;
    private final WrongKeys wrongKeys;

    BearerAuthentication(AccessTokenAuthenticator tokens, WrongKeys wrongKeys) {
        this.tokens = tokens;
        this.wrongKeys = wrongKeys;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager identities) {
        var tokensSent = BearerScheme.tokens(context);
        if (tokensSent.isEmpty()) {
            return Uni.createFrom().nullItem();
        }
        return context.get(IDENTITY) instanceof SecurityIdentity known ? Uni.createFrom().item(known)
                : authenticate(tokensSent, context, identities).invoke(identity -> context.put(IDENTITY, identity));
    }

    private Uni<SecurityIdentity> authenticate(List<String> tokensSent, RoutingContext context,
            IdentityProviderManager identities) {
        if (tokensSent.size() > 1) {
            return Uni.createFrom().failure(new InvalidKey());
        }
        var token = tokensSent.get(0);
        var key = token.getBytes(StandardCharsets.ISO_8859_1);
        var address = address(context);
        var wait = wrongKeys.waitingTime(address, key);
        if (wait.isPresent()) {
            return Uni.createFrom().failure(new TooManyWrongKeys(wait.get()));
        }
        var identity = identities.authenticate(new KeyIdentityProvider.KeyAuthenticationRequest(key));
        return (tokens.accepts(token) ? identity.onFailure(InvalidKey.class)
                .recoverWithUni(() -> tokens.authenticate(token, context, identities)) : identity)
                .invoke(() -> wrongKeys.rememberRight(key))
                .onFailure(BearerAuthentication::isWrong).invoke(() -> wrongKeys.countWrong(address));
    }

    private static boolean isWrong(Throwable failure) {
        return failure instanceof Problem problem && problem.type() == ProblemType.UNAUTHENTICATED;
    }

    /** The host; of IPv6 only the network, because its owner has all addresses in it. */
    private static String address(RoutingContext context) {
        var remote = context.request().remoteAddress();
        var host = remote == null || remote.hostAddress() == null ? "" : remote.hostAddress();
        return host.contains(":")
                ? String.join(":", Arrays.asList(host.split(":")).subList(0, Math.min(4, host.split(":").length)))
                : host;
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        var challenge = BearerScheme.tokens(context).isEmpty() ? BearerScheme.CHALLENGE : BearerScheme.INVALID_TOKEN_CHALLENGE;
        return Uni.createFrom().item(new ChallengeData(401, HttpHeaderNames.WWW_AUTHENTICATE, challenge));
    }

    /** Runs before Quarkus' own token authentication, which only {@link AccessTokenAuthenticator} calls. */
    @Override
    public int getPriority() {
        return DEFAULT_PRIORITY + 100;
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of(KeyIdentityProvider.KeyAuthenticationRequest.class);
    }

    @Override
    public Uni<HttpCredentialTransport> getCredentialTransport(RoutingContext context) {
        return Uni.createFrom()
                .item(new HttpCredentialTransport(HttpCredentialTransport.Type.AUTHORIZATION, BearerScheme.SCHEME));
    }
}
