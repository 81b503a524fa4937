package org.depesche.platform.problem;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import io.vertx.ext.web.RoutingContext;

/** One request's name in logs and problem documents: the caller's trace (W3C Trace Context) or one of our own. */
public final class TraceId {

    private static final String KEY = "depesche.trace";
    private static final Pattern TRACEPARENT = Pattern.compile("[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}");
    private static final String NONE = "0".repeat(32);

    private TraceId() {
    }

    /** The same for every question about the same request. */
    public static String of(RoutingContext request) {
        String known = request.get(KEY);
        if (known != null) {
            return known;
        }
        var made = fromTraceparent(request.request().getHeader("traceparent"));
        request.put(KEY, made);
        return made;
    }

    private static String fromTraceparent(@Nullable String traceparent) {
        var parts = TRACEPARENT.matcher(traceparent == null ? "" : traceparent);
        return parts.matches() && !parts.group(1).equals(NONE) ? parts.group(1) : random();
    }

    private static String random() {
        var bytes = new byte[16];
        ThreadLocalRandom.current().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
