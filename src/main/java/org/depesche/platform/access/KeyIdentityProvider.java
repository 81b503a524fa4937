package org.depesche.platform.access;

import java.security.Principal;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;

/**
 * Turns a key into the identity behind it; the database is asked on a worker thread. The principal's name is the key's id:
 * names may repeat.
 */
@ApplicationScoped
class KeyIdentityProvider implements IdentityProvider<KeyAuthenticationRequest> {

    private final KnownKeys keys;
    private final LastUses uses;

    KeyIdentityProvider(KnownKeys keys, LastUses uses) {
        this.keys = keys;
        this.uses = uses;
    }

    @Override
    public Class<KeyAuthenticationRequest> getRequestType() {
        return KeyAuthenticationRequest.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(KeyAuthenticationRequest request, AuthenticationRequestContext context) {
        return context.runBlocking(() -> identify(request));
    }

    private SecurityIdentity identify(KeyAuthenticationRequest request) {
        var key = keys.valid(request.sent()).orElseThrow(InvalidKey::new);
        uses.note(key.id());
        return QuarkusSecurityIdentity.builder()
                .setPrincipal((Principal) key.id()::toString)
                .addRoles(key.role().granted())
                .addAttribute(Caller.KNOWN, new KnownCaller(key.id(), key.name(), key.role()))
                .build();
    }
}
