package org.depesche.platform.access.key.authentication;

import java.security.Principal;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.platform.access.Caller;
import org.depesche.platform.access.CallerIdentity;
import org.depesche.platform.access.key.KeyLookup;
import org.depesche.platform.access.key.KeyUsageRecorder;

import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.BaseAuthenticationRequest;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;

/**
 * Authenticates callers by API key. The database is queried on a worker thread. The name of the principal is the key's
 * id, because names are not unique.
 */
@ApplicationScoped
class KeyIdentityProvider implements IdentityProvider<KeyIdentityProvider.KeyAuthenticationRequest> {

    private final KeyLookup keys;
    private final KeyUsageRecorder uses;

    KeyIdentityProvider(KeyLookup keys, KeyUsageRecorder uses) {
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
        var key = keys.findValid(request.sent()).orElseThrow(InvalidKey::new);
        uses.recordUse(key.id());
        return QuarkusSecurityIdentity.builder()
                .setPrincipal((Principal) key.id()::toString)
                .addRoles(key.role().includedRoles())
                .addAttribute(Caller.IDENTITY_ATTRIBUTE,
                        new CallerIdentity(key.id(), key.name(), key.role(), key.entitlements()))
                .build();
    }

    /** The key of a request, as the bytes that were sent. */
    static class KeyAuthenticationRequest extends BaseAuthenticationRequest {

        private final byte[] sent;

        KeyAuthenticationRequest(byte[] sent) {
            this.sent = sent.clone();
        }

        byte[] sent() {
            return sent.clone();
        }
    }
}
