package org.depesche.platform.access;

import io.quarkus.security.identity.request.BaseAuthenticationRequest;

/** The key a request carries, as the bytes it sent. */
class KeyAuthenticationRequest extends BaseAuthenticationRequest {

    private final byte[] sent;

    KeyAuthenticationRequest(byte[] sent) {
        this.sent = sent.clone();
    }

    byte[] sent() {
        return sent.clone();
    }
}
