package org.depesche.platform.http.response;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/** Which content codings a caller takes, and how gladly (RFC 9110, section 12.5.3). */
record AcceptEncoding(Map<String, Double> weights) {

    /** What a few browsers and libraries send again and again, taken apart once. */
    private static final Cache<String, Choices> CHOICES = Caffeine.newBuilder().maximumSize(200).build();
    private static final int MAX_CACHED_LENGTH = 100;

    private record Choices(ContentEncoding forLarge, ContentEncoding forSmall) {
        static Choices of(String header) {
            var accepted = AcceptEncoding.of(header);
            return new Choices(accepted.choose(true), accepted.choose(false));
        }
    }

    /** The same as taking the header apart and {@link #choose choosing}, remembered. */
    static ContentEncoding chooseCached(String header, boolean isWorthwhile) {
        var choices = header.length() > MAX_CACHED_LENGTH ? Choices.of(header) : CHOICES.get(header, Choices::of);
        return isWorthwhile ? choices.forLarge : choices.forSmall;
    }

    static AcceptEncoding of(@Nullable String header) {
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

    /** The best coding for a body; small or already compressed ones go as they are unless that is ruled out. */
    ContentEncoding choose(boolean isWorthwhile) {
        var best = isWorthwhile || weight(ContentEncoding.IDENTITY) == 0 ? preferredCoding() : ContentEncoding.IDENTITY;
        return weight(best) > 0 ? best : ContentEncoding.IDENTITY;
    }

    private ContentEncoding preferredCoding() {
        return Stream.of(ContentEncoding.values()).filter(ContentEncoding::isAvailable)
                .reduce((one, other) -> weight(other) > weight(one) ? other : one).orElse(ContentEncoding.IDENTITY);
    }

    private double weight(ContentEncoding encoding) {
        // Unnamed, identity is welcome but never preferred to a coding that was named.
        var unnamed = encoding == ContentEncoding.IDENTITY ? weights.containsKey("*") ? weights.get("*") : 0.0001
                : weights.getOrDefault("*", 0.0);
        return weights.getOrDefault(encoding.token(), unnamed);
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
