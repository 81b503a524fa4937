package org.depesche.platform.http;

import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import io.quarkus.vertx.http.HttpServer;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;

/** Builds absolute URLs as clients see them, whatever proxy is in front of the service. */
@Singleton
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

    /**
     * Returns the canonical URL of the current request: its parameters are sorted and encoded in one way, and ignored
     * parameters and {@code minSequence} are left out.
     *
     * @param without further parameters to leave out
     */
    public URI canonical(Set<String> without) {
        var request = requests.getCurrent().request();
        return canonical(request.path(), request.query(), without);
    }

    /** Returns the canonical form of a URL of this service. Empty for the URL of another service, and with a fragment. */
    public Optional<URI> canonical(URI url) {
        var text = url.toString();
        return text.startsWith(base() + "/") && url.getRawFragment() == null
                ? Optional.of(canonical(text.substring(base().length()).replaceFirst("\\?.*", ""), url.getRawQuery(), Set.of()))
                : Optional.empty();
    }

    private URI canonical(String path, @Nullable String query, Set<String> without) {
        var area = RouteGroup.of(path);
        var pairs = new ArrayList<Map.Entry<String, String>>();
        parametersWithout(query, "").stream().map(pair -> pair.split("=", 2))
                .map(pair -> Map.entry(decode(pair[0]), pair.length < 2 ? "" : decode(pair[1])))
                .filter(pair -> !area.ignoresParameter(pair.getKey()) && !without.contains(pair.getKey())).forEach(pairs::add);
        return of(path + query(pairs));
    }

    /** Adds parameters to a canonical URL. All parameters are in the order of their names. */
    public static URI withParameters(URI canonical, List<Map.Entry<String, String>> additional) {
        var pairs = new ArrayList<>(additional);
        parametersWithout(canonical.getRawQuery(), "").stream().map(pair -> pair.split("=", 2))
                .forEach(pair -> pairs.add(Map.entry(decode(pair[0]), decode(pair[1]))));
        var text = canonical.toString();
        var end = text.indexOf('?');
        return URI.create((end < 0 ? text : text.substring(0, end)) + query(pairs));
    }

    /** Returns the question mark and the parameters sorted by name, or an empty text without parameters. */
    private static String query(List<Map.Entry<String, String>> parameters) {
        return parameters.isEmpty() ? ""
                : parameters.stream().sorted(Map.Entry.comparingByKey())
                        .map(pair -> encode(pair.getKey()) + "=" + encode(pair.getValue()))
                        .collect(Collectors.joining("&", "?", ""));
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20").replace("%2C", ",");
    }

    /** Returns the encoded pairs {@code name=value} of a query, without one parameter and without {@code minSequence}. */
    public static List<String> parametersWithout(@Nullable String query, String name) {
        return query == null || query.isEmpty() ? List.of()
                : List.of(query.split("[&;]")).stream().filter(pair -> !pair.isEmpty() && !isNamed(pair, name)
                        && !isNamed(pair, MinSequenceFilter.PARAMETER)).toList();
    }

    private static boolean isNamed(String pair, String name) {
        return parameterName(pair).equals(name);
    }

    /** Returns the decoded name of a pair {@code name=value}. */
    public static String parameterName(String pair) {
        return URLDecoder.decode(pair.split("=", 2)[0], StandardCharsets.UTF_8);
    }

    private String base() {
        return config.publicUrl().map(URI::toString).map(AbsoluteUrls::withoutSlash)
                .orElseGet(() -> "http://localhost:" + server.getPort());
    }

    private static String withoutSlash(String url) {
        return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }
}
