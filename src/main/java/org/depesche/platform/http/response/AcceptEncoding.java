package org.depesche.platform.http.response;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/** The content codings that a client accepts, with their weights (RFC 9110, section 12.5.3). */
public record AcceptEncoding(Map<String, Double> weights) {

    /** The parsed headers of common browsers and libraries: only a few different values occur. */
    private static final Cache<String, Choices> CHOICES = Caffeine.newBuilder().maximumSize(200).build();
    private static final int MAX_CACHED_LENGTH = 100;

    private record Choices(ContentEncoding forLarge, ContentEncoding forSmall) {
        public static Choices of(String header) {
            var accepted = AcceptEncoding.of(header);
            return new Choices(accepted.choose(true), accepted.choose(false));
        }
    }

    /** Parses the header and {@linkplain #choose chooses} a coding; the result is cached. */
    public static ContentEncoding chooseCached(String header, boolean isWorthCompressing) {
        var choices = header.length() > MAX_CACHED_LENGTH ? Choices.of(header) : CHOICES.get(header, Choices::of);
        return isWorthCompressing ? choices.forLarge : choices.forSmall;
    }

    public static AcceptEncoding of(@Nullable String header) {
        var weights = new HashMap<String, Double>();
        for (var entry : header == null ? new String[0] : header.split(",")) {
            var parts = entry.split(";", -1);
            var coding = parts[0].strip().toLowerCase(Locale.ROOT);
            if (!coding.isEmpty()) {
                weights.put(coding.equals("x-gzip") ? "gzip" : coding, weight(parts));
            }
        }
        return new AcceptEncoding(Map.copyOf(weights));
    }

    /** Returns the best coding for a body. Small or compressed bodies stay uncoded, unless the client excludes that. */
    public ContentEncoding choose(boolean isWorthCompressing) {
        var coding = isWorthCompressing || weight(ContentEncoding.IDENTITY) == 0 ? preferredCoding() : ContentEncoding.IDENTITY;
        return weight(coding) > 0 ? coding : ContentEncoding.IDENTITY;
    }

    /** Whether gzip is better than no coding. */
    boolean prefersGzip() {
        return weight(ContentEncoding.GZIP) > weight(ContentEncoding.IDENTITY);
    }

    private ContentEncoding preferredCoding() {
        return Stream.of(ContentEncoding.values()).filter(ContentEncoding::isAvailable)
                .reduce((best, candidate) -> weight(candidate) > weight(best) ? candidate : best)
                .orElse(ContentEncoding.IDENTITY);
    }

    private double weight(ContentEncoding encoding) {
        // An unnamed identity coding is acceptable, but never preferred to a named coding.
        var defaultWeight = encoding == ContentEncoding.IDENTITY ? weights.containsKey("*") ? weights.get("*") : 0.0001
                : weights.getOrDefault("*", 0.0);
        return weights.getOrDefault(encoding.token(), defaultWeight);
    }

    private static double weight(String[] parts) {
        for (var i = 1; i < parts.length; i++) {
            var parameter = parts[i].strip().toLowerCase(Locale.ROOT);
            if (parameter.startsWith("q=")) {
                return parameter.matches("q=(0(\\.\\d{0,3})?|1(\\.0{0,3})?)") ? Double.parseDouble(parameter.substring(2)) : 0;
            }
        }
        return 1;
    }
}
