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

/** Ready-made absolute URLs as callers see them, whatever proxy stands between. */
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

    /** The absolute URL of a path of this service; the path comes encoded and begins with a slash. */
    public URI of(String path) {
        return URI.create(base() + path);
    }

    /**
     * The present request's URL with one parameter set anew and all others as they came, save what only this caller asked for:
     * its answer may be given to others.
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
