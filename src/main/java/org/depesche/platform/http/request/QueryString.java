package org.depesche.platform.http.request;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.depesche.platform.problem.Problem;
import org.depesche.platform.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/**
 * A query string, parsed as the server parses it for endpoints. Names and values are decoded; at most 500 pairs are
 * accepted.
 */
public record QueryString(Map<String, List<String>> values) {

    private static final int MAX_PAIRS = 500;

    public static QueryString of(@Nullable String raw) {
        var values = new LinkedHashMap<String, List<String>>();
        // The server also splits at semicolons; endpoints would see other parameters otherwise.
        var pairs = raw == null || raw.isEmpty() ? new String[0] : raw.split("[&;]");
        if (pairs.length > MAX_PAIRS) {
            throw new Problem(ProblemType.MALFORMED_REQUEST, "The query has more than " + MAX_PAIRS + " parameters.");
        }
        for (var pair : pairs) {
            var parts = pair.split("=", 2);
            if (!pair.isEmpty()) {
                values.computeIfAbsent(decode(parts[0]), name -> new ArrayList<>())
                        .add(parts.length == 2 ? decode(parts[1]) : "");
            }
        }
        return new QueryString(values);
    }

    /** Never fails: the server refuses malformed escapes and invalid UTF-8 before routing. */
    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
