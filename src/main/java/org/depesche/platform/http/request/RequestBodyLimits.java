package org.depesche.platform.http.request;

import java.io.InputStream;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Optional;

import jakarta.inject.Singleton;

import org.depesche.platform.http.HttpConfig;
import org.depesche.platform.http.Routes;

/** How large the request body of an endpoint may be. */
@Singleton
public class RequestBodyLimits {

    private final HttpConfig config;
    private final Routes routes;

    RequestBodyLimits(HttpConfig config, Routes routes) {
        this.config = config;
        this.routes = routes;
    }

    /** The limit of an endpoint that reads its body as a whole, in bytes. Empty for streams and unknown addresses. */
    public Optional<Long> ofBuffered(String method, String path) {
        return routes.endpoint(method, path).filter(endpoint -> !isStream(endpoint)).map(this::of);
    }

    long of(Method endpoint) {
        var limit = endpoint.getAnnotation(RequestBodyLimit.class);
        return limit == null ? config.bodyLimit() : limit.value();
    }

    /** Whether the endpoint reads the body itself, while it arrives. */
    static boolean isStream(Method endpoint) {
        return Arrays.asList(endpoint.getParameterTypes()).contains(InputStream.class);
    }
}
