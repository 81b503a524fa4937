package org.depesche.platform.access;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

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
 * Reads {@code Authorization: Bearer <key or access token>} (RFC 6750). What is a key of ours is never asked of the issuer of
 * tokens. Other schemes are not ours: a staging site's Basic login in
 * front of us must not shut the public routes.
 */
@ApplicationScoped
class KeyAuthentication implements HttpAuthenticationMechanism {

    private static final String SCHEME = "Bearer";

    private final AccessTokens tokens;

    KeyAuthentication(AccessTokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager identities) {
        var keys = keysIn(context);
        if (keys.isEmpty()) {
            return Uni.createFrom().nullItem();
        }
        if (keys.size() > 1) {
            return Uni.createFrom().failure(new InvalidKey());
        }
        var sent = keys.get(0);
        var identity = identities.authenticate(new KeyAuthenticationRequest(sent.getBytes(StandardCharsets.ISO_8859_1)));
        return tokens.mayBe(sent) ? identity.onFailure(InvalidKey.class)
                .recoverWithUni(() -> tokens.identify(sent, context, identities)) : identity;
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        var challenge = keysIn(context).isEmpty() ? Challenge.MISSING : Challenge.INVALID;
        return Uni.createFrom().item(new ChallengeData(401, HttpHeaderNames.WWW_AUTHENTICATE, challenge));
    }

    /** Before Quarkus' own reading of tokens, which is asked through {@link AccessTokens} alone. */
    @Override
    public int getPriority() {
        return DEFAULT_PRIORITY + 100;
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of(KeyAuthenticationRequest.class);
    }

    @Override
    public Uni<HttpCredentialTransport> getCredentialTransport(RoutingContext context) {
        return Uni.createFrom().item(new HttpCredentialTransport(HttpCredentialTransport.Type.AUTHORIZATION, SCHEME));
    }

    /** Whether the request carries a key, right or wrong. */
    static boolean carriesKey(RoutingContext context) {
        return !keysIn(context).isEmpty();
    }

    private static List<String> keysIn(RoutingContext context) {
        return context.request().headers().getAll(HttpHeaderNames.AUTHORIZATION).stream()
                .filter(KeyAuthentication::isBearer)
                .map(value -> value.substring(SCHEME.length()).strip())
                .toList();
    }

    private static boolean isBearer(String value) {
        return value.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                && (value.length() == SCHEME.length() || value.charAt(SCHEME.length()) == ' ');
    }
}
