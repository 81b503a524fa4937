package org.depesche.platform.access;

/** What {@code WWW-Authenticate} says (RFC 6750, section 3). */
final class Challenge {

    static final String MISSING = "Bearer realm=\"Depesche\"";
    static final String INVALID = MISSING
            + ", error=\"invalid_token\", error_description=\"The key or token is unknown, expired or revoked\"";

    private Challenge() {
    }
}
