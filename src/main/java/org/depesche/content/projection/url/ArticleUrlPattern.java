package org.depesche.content.projection.url;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import org.depesche.kernel.Slug;
import org.depesche.kernel.Uuid7;

/**
 * The reverse of a template of article URLs: finds the id or the slug in a URL that the template may have made. Dates are not
 * compared, because the moment of publication may change.
 */
final class ArticleUrlPattern {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(category|slug|id|year|month|day)}");
    private static final Map<String, Integer> FIXED_LENGTHS = Map.of("id", 36, "year", 4, "month", 2, "day", 2);

    private final List<Part> path;
    private final List<List<Part>> parameters = new ArrayList<>();

    /** @param template the template's path and query, whose literals are percent-encoded */
    ArticleUrlPattern(String template) {
        var query = template.indexOf('?');
        var written = (query < 0 ? template : template.substring(0, query)).replaceAll("/{2,}", "/");
        path = parts(written.length() > 1 && written.endsWith("/") ? written.substring(0, written.length() - 1) : written);
        if (query >= 0) {
            for (var parameter : template.substring(query + 1).split("&")) {
                if (!parameter.isEmpty()) {
                    parameters.add(parts(parameter));
                }
            }
        }
    }

    private static List<Part> parts(String text) {
        var parts = new ArrayList<Part>();
        var placeholders = PLACEHOLDER.matcher(text);
        var start = 0;
        while (placeholders.find()) {
            addLiteral(parts, text.substring(start, placeholders.start()));
            parts.add(new Part(placeholders.group(1), true));
            start = placeholders.end();
        }
        addLiteral(parts, text.substring(start));
        return parts;
    }

    private static void addLiteral(List<Part> parts, String text) {
        if (!text.isEmpty()) {
            parts.add(new Part(UrlNormalizer.escape(text), false));
        }
    }

    /**
     * Returns the ids and slugs that a URL may contain. Usually there is one. There are several if a template puts a category
     * and a slug side by side.
     */
    Set<String> refs(RequestedUrl url, Predicate<String> isCategory) {
        var found = new LinkedHashSet<String>();
        var pattern = new ArrayList<>(path);
        var text = new StringBuilder(url.path());
        for (var parameter : parameters) {
            var value = url.parameters().stream().filter(candidate -> hasKey(parameter, candidate)).findFirst();
            if (value.isEmpty()) {
                return Set.of();
            }
            pattern.add(new Part("?", false));
            pattern.addAll(parameter);
            text.append('?').append(value.get());
        }
        new PatternMatcher(pattern, text.toString(), isCategory, found).matchFrom(0, 0, Map.of());
        return found;
    }

    private static boolean hasKey(List<Part> parameter, String candidate) {
        var first = parameter.get(0);
        var end = first.isPlaceholder() ? -1 : first.text().indexOf('=');
        return end < 0 ? !candidate.contains("=") : candidate.startsWith(first.text().substring(0, end + 1));
    }

    private record Part(String text, boolean isPlaceholder) {
    }

    /** Tries every way to split a text. Only a slug and a category have no fixed length, so there are few ways. */
    private record PatternMatcher(List<Part> parts, String text, Predicate<String> isCategory, Set<String> found) {

        void matchFrom(int index, int start, Map<String, String> values) {
            if (index == parts.size()) {
                if (start == text.length()) {
                    found.add(values.getOrDefault("id", values.getOrDefault("slug", "")));
                }
                return;
            }
            var part = parts.get(index);
            var literal = part.isPlaceholder() ? values.get(part.text()) : part.text();
            if (literal != null) {
                if (text.startsWith(literal, start)) {
                    matchFrom(index + 1, start + literal.length(), values);
                }
                return;
            }
            var fixed = FIXED_LENGTHS.get(part.text());
            var longest = Math.min(text.length() - start, fixed == null ? Slug.MAX_LENGTH : fixed);
            for (var length = fixed == null ? 1 : fixed; length <= longest; length++) {
                var value = text.substring(start, start + length);
                if (isValue(part.text(), value)) {
                    var extended = new HashMap<>(values);
                    extended.put(part.text(), value);
                    matchFrom(index + 1, start + length, extended);
                }
            }
        }

        private boolean isValue(String placeholder, String value) {
            return switch (placeholder) {
                case "slug" -> Slug.isSlug(value);
                case "category" -> isCategory.test(value);
                case "id" -> Uuid7.parse(value).isPresent();
                default -> value.chars().allMatch(digit -> digit >= '0' && digit <= '9');
            };
        }
    }
}
