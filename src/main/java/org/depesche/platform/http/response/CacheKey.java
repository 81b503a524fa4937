package org.depesche.platform.http.response;

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
 * What two requests must have in common to get the same answer: path and parameters, these in any order, without what changes
 * nothing.
 *
 * @param text the path and the sorted parameters
 * @param minSequence how fresh the answer must be; 0 where nothing was said
 */
public record CacheKey(String text, long minSequence) {

    private static final String BEARER = "Bearer";

    /** Empty where answers differ by who asks, are not public, or where the request is not in order. */
    public static Optional<CacheKey> of(HttpServerRequest request) {
        var path = request.path();
        if (path == null || !isSafeMethod(request.method()) || !RouteGroup.of(path).isPublic() || hasBearerToken(request)) {
            return Optional.empty();
        }
        var demanded = number(request.getHeader(MinSequenceFilter.HEADER));
        var query = request.query();
        if (query == null || query.isEmpty()) {
            return demanded.map(sequence -> new CacheKey(path, sequence));
        }
        return demanded.flatMap(sequence -> of(path, query, sequence));
    }

    private static Optional<CacheKey> of(String path, String query, long demanded) {
        try {
            var area = RouteGroup.of(path);
            var values = QueryString.of(query).values();
            var parts = new ArrayList<String>();
            values.entrySet().stream().filter(entry -> !area.ignoresParameter(entry.getKey()) && !isMinSequence(entry))
                    .sorted(Comparator.comparing(Map.Entry::getKey))
                    .forEach(entry -> entry.getValue().forEach(value -> parts.add(part(entry.getKey(), value))));
            var named = values.get(MinSequenceFilter.PARAMETER);
            return (named == null ? Optional.of(0L) : named.size() == 1 ? number(named.get(0)) : Optional.<Long> empty())
                    .map(sequence -> new CacheKey(path + '?' + String.join("&", parts),
                            Math.max(sequence, demanded)));
        } catch (Problem refused) {
            return Optional.empty();
        }
    }

    /** With its lengths, so that no value can be taken for the end of it and the beginning of another. */
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

    /** A key that was sent must be valid, so somebody must look at it first; other logins are not for us. */
    private static boolean hasBearerToken(HttpServerRequest request) {
        return request.headers().contains(HttpHeaders.AUTHORIZATION) && request.headers().getAll(HttpHeaders.AUTHORIZATION)
                .stream().anyMatch(value -> value.regionMatches(true, 0, BEARER, 0, BEARER.length()));
    }
}
