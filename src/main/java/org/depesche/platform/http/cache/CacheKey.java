package org.depesche.platform.http.cache;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;

import org.depesche.platform.http.MinSequenceFilter;
import org.depesche.platform.http.RouteGroup;
import org.depesche.platform.http.request.QueryString;
import org.depesche.platform.problem.Problem;
import org.jspecify.annotations.Nullable;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;

/**
 * The part of a request that determines a public response: the path, and the relevant parameters in any order.
 *
 * @param text the path and the sorted parameters
 * @param minSequence the sequence that the response must have reached; 0 without a demand
 */
public record CacheKey(String text, long minSequence) {

    private static final String BEARER = "Bearer";

    /**
     * Returns the key of a request, without the variant of its caller. Empty if the response is not public, and for
     * malformed requests.
     */
    public static Optional<CacheKey> of(HttpServerRequest request) {
        var path = request.path();
        if (path == null || !isSafeMethod(request.method()) || !RouteGroup.of(path).isPublic() || RouteGroup.isStream(path)) {
            return Optional.empty();
        }
        var minSequence = number(request.getHeader(MinSequenceFilter.HEADER));
        var query = request.query();
        if (query == null || query.isEmpty()) {
            return minSequence.map(sequence -> new CacheKey(path, sequence));
        }
        return minSequence.flatMap(sequence -> of(path, query, sequence));
    }

    /**
     * The key of the response that a caller gets.
     * @param variant empty for the response that everybody gets
     */
    public CacheKey forVariant(String variant) {
        return variant.isEmpty() ? this : new CacheKey(text + "\n" + variant, minSequence);
    }

    private static Optional<CacheKey> of(String path, String query, long minSequence) {
        try {
            var area = RouteGroup.of(path);
            var values = QueryString.of(query).values();
            var parts = new ArrayList<String>();
            values.entrySet().stream().filter(entry -> !area.ignoresParameter(entry.getKey()) && !isMinSequence(entry))
                    .sorted(Comparator.comparing(Map.Entry::getKey))
                    .forEach(entry -> entry.getValue().forEach(value -> parts.add(part(entry.getKey(), value))));
            var parameter = values.get(MinSequenceFilter.PARAMETER);
            return (parameter == null ? Optional.of(0L)
                    : parameter.size() == 1 ? number(parameter.get(0)) : Optional.<Long> empty())
                    .map(sequence -> new CacheKey(path + '?' + String.join("&", parts),
                            Math.max(sequence, minSequence)));
        } catch (Problem malformed) {
            return Optional.empty();
        }
    }

    /**
     * Contains the lengths, so that a value cannot contain what looks like the end of the pair and the beginning of
     * another.
     */
    private static String part(String name, String value) {
        return name.length() + "," + value.length() + ":" + name + '=' + value;
    }

    private static boolean isMinSequence(Map.Entry<String, ?> entry) {
        return entry.getKey().equals(MinSequenceFilter.PARAMETER);
    }

    private static Optional<Long> number(@Nullable String text) {
        if (text == null) {
            return Optional.of(0L);
        }
        return text.matches(MinSequenceFilter.NUMBER) ? Optional.of(Long.parseLong(text)) : Optional.empty();
    }

    private static boolean isSafeMethod(HttpMethod method) {
        return method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD);
    }

    /**
     * Whether the request carries a bearer token, which must be validated before a response is sent. Other schemes are
     * ignored by this service.
     */
    static boolean hasBearerToken(HttpServerRequest request) {
        return request.headers().contains(HttpHeaders.AUTHORIZATION) && request.headers().getAll(HttpHeaders.AUTHORIZATION)
                .stream().anyMatch(value -> value.regionMatches(true, 0, BEARER, 0, BEARER.length()));
    }
}
