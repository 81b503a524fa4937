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
 * Reads {@code Authorization: Bearer <key>} (RFC 6750). Other schemes are not ours: a staging site's Basic login in
 * front of us must not shut the public routes.
 */
@ApplicationScoped
class KeyAuthentication implements HttpAuthenticationMechanism {

    private static final String SCHEME = "Bearer";

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager identities) {
        var keys = keysIn(context);
        if (keys.isEmpty()) {
            return Uni.createFrom().nullItem();
        }
        if (keys.size() > 1) {
            return Uni.createFrom().failure(new InvalidKey());
        }
        return identities.authenticate(new KeyAuthenticationRequest(keys.get(0).getBytes(StandardCharsets.ISO_8859_1)));
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        var challenge = keysIn(context).isEmpty() ? Challenge.MISSING : Challenge.INVALID;
        return Uni.createFrom().item(new ChallengeData(401, HttpHeaderNames.WWW_AUTHENTICATE, challenge));
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
