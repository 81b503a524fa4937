package org.depesche.platform.problem;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import io.vertx.ext.web.RoutingContext;

/** The id of a request in logs and problem documents: the client's trace id (W3C Trace Context), or a random one. */
public final class TraceId {

    private static final String KEY = "depesche.trace";
    private static final Pattern TRACEPARENT = Pattern.compile("[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}");
    private static final String INVALID = "0".repeat(32);

    private TraceId() {
    }

    /** Returns the same id for every call with the same request. */
    public static String of(RoutingContext request) {
        String existing = request.get(KEY);
        if (existing != null) {
            return existing;
        }
        var created = fromTraceparent(request.request().getHeader("traceparent"));
        request.put(KEY, created);
        return created;
    }

    private static String fromTraceparent(@Nullable String traceparent) {
        var parts = TRACEPARENT.matcher(traceparent == null ? "" : traceparent);
        return parts.matches() && !parts.group(1).equals(INVALID) ? parts.group(1) : random();
    }

    private static String random() {
        var bytes = new byte[16];
        ThreadLocalRandom.current().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
