package org.depesche.platform.http;

import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import io.quarkus.vertx.http.HttpServer;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;

/** Builds absolute URLs as clients see them, whatever proxy is in front of the service. */
@ApplicationScoped
public class AbsoluteUrls {

    private final HttpConfig config;
    private final HttpServer server;
    private final CurrentVertxRequest requests;

    AbsoluteUrls(HttpConfig config, HttpServer server, CurrentVertxRequest requests) {
        this.config = config;
        this.server = server;
        this.requests = requests;
    }

    /** Returns the absolute URL of a path. The path is encoded and begins with a slash. */
    public URI of(String path) {
        return URI.create(base() + path);
    }

    /**
     * Returns the current request's URL with one parameter replaced and the other parameters unchanged. The parameter
     * {@code minSequence} is dropped, because a shared cache may store the response that contains this URL.
     */
    public URI withParameter(String name, String value) {
        var request = requests.getCurrent().request();
        var query = new ArrayList<String>(parametersWithout(request.query(), name));
        query.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
        return of(request.path() + "?" + String.join("&", query));
    }

    static List<String> parametersWithout(@Nullable String query, String name) {
        return query == null || query.isEmpty() ? List.of()
                : List.of(query.split("[&;]")).stream().filter(pair -> !pair.isEmpty() && !isNamed(pair, name)
                        && !isNamed(pair, MinSequenceFilter.PARAMETER)).toList();
    }

    private static boolean isNamed(String pair, String name) {
        return URLDecoder.decode(pair.split("=", 2)[0], StandardCharsets.UTF_8).equals(name);
    }

    private String base() {
        return config.publicUrl().map(URI::toString).map(AbsoluteUrls::withoutSlash)
                .orElseGet(() -> "http://localhost:" + server.getPort());
    }

    private static String withoutSlash(String url) {
        return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }
}
