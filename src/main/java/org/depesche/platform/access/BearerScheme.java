package org.depesche.platform.access;

import java.util.List;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.vertx.ext.web.RoutingContext;

/** The Bearer scheme (RFC 6750): its name, the tokens of a request, and the challenges of {@code WWW-Authenticate}. */
public final class BearerScheme {

    public static final String SCHEME = "Bearer";
    public static final String CHALLENGE = "Bearer realm=\"Depesche\"";
    public static final String INVALID_TOKEN_CHALLENGE = CHALLENGE
            + ", error=\"invalid_token\", error_description=\"The key or token is unknown, expired or revoked\"";

    private BearerScheme() {
    }

    /** Whether the request has a token, valid or not. */
    static boolean isPresent(RoutingContext context) {
        return !tokens(context).isEmpty();
    }

    /** The tokens of all {@code Authorization} headers with this scheme. */
    public static List<String> tokens(RoutingContext context) {
        return context.request().headers().getAll(HttpHeaderNames.AUTHORIZATION).stream()
                .filter(BearerScheme::isBearer)
                .map(value -> value.substring(SCHEME.length()).strip())
                .toList();
    }

    private static boolean isBearer(String value) {
        return value.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                && (value.length() == SCHEME.length() || value.charAt(SCHEME.length()) == ' ');
    }
}
