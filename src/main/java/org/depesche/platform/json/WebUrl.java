package org.depesche.platform.json;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Parses web URLs as people paste them. Input that browsers accept (surrounding spaces, brackets in a query, umlauts) is
 * converted to the form of RFC 3986. URLs without a host or with another scheme are rejected.
 */
public final class WebUrl {

    public static final int MAX_LENGTH = 2_000;
    public static final Set<String> HTTP = Set.of("http", "https");

    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final String ESCAPED_ON_INPUT = " \"<>[]\\^`{|}";

    private WebUrl() {
    }

    /** Parses an http or https URL. Empty for an invalid URL. */
    public static Optional<URI> parse(String text) {
        return parse(text, HTTP);
    }

    /**
     * Parses an absolute URL with one of these schemes, of at most {@value #MAX_LENGTH} characters before and after it is
     * percent-encoded. Empty for an invalid URL.
     */
    public static Optional<URI> parse(String text, Set<String> schemes) {
        var url = text.strip();
        if (url.length() > MAX_LENGTH || !schemes.contains(scheme(url))) {
            return Optional.empty();
        }
        return toUri(withEscapes(url)).flatMap(WebUrl::withValidHost).filter(valid -> valid.toString().length() <= MAX_LENGTH);
    }

    /** Returns why {@link #parse(String, Set)} rejects this text, as a predicate such as {@code must be …}. */
    public static String mistake(String text, Set<String> schemes) {
        var url = text.strip();
        if (!schemes.contains(scheme(url))) {
            return "must be an absolute address with " + String.join(" or ", schemes.stream().sorted().toList()) + ".";
        }
        if (url.substring(0, endOfAuthority(url)).contains("@")) {
            return "must have neither a user nor a password before its host.";
        }
        var escaped = withEscapes(url);
        return Math.max(url.length(), escaped.length()) > MAX_LENGTH
                ? "must have at most " + MAX_LENGTH + " characters, percent-encoded."
                : "must be an absolute address with a valid host.";
    }

    private static String scheme(String url) {
        return url.substring(0, Math.max(0, url.indexOf(':'))).toLowerCase(Locale.ROOT);
    }

    private static Optional<URI> toUri(String url) {
        try {
            return Optional.of(new URI(url));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** Escapes only after the authority: brackets are legal in an IPv6 host, but not in the query of a TYPO3 URL. */
    private static String withEscapes(String url) {
        var start = endOfAuthority(url);
        var safe = new StringBuilder(url.length() + 16).append(url, 0, start);
        for (var i = start; i < url.length();) {
            var c = url.codePointAt(i);
            if (c >= 0x80 || ESCAPED_ON_INPUT.indexOf(c) >= 0 || c == '%' && !isEscape(url, i)) {
                escape(Character.toString(c), safe);
            } else {
                safe.append((char) c);
            }
            i += Character.charCount(c);
        }
        return safe.toString();
    }

    private static int endOfAuthority(String url) {
        var end = url.indexOf(':') + 1;
        if (url.startsWith("//", end)) {
            end += 2;
            while (end < url.length() && "/?#".indexOf(url.charAt(end)) < 0) {
                end++;
            }
        }
        return end;
    }

    // Not URI.toASCIIString, which also composes: a URL of decomposed letters would lead elsewhere.
    private static void escape(String character, StringBuilder safe) {
        for (var octet : character.getBytes(StandardCharsets.UTF_8)) {
            safe.append('%').append(HEX.toHexDigits(octet));
        }
    }

    private static boolean isEscape(String url, int index) {
        return index + 2 < url.length() && Character.digit(url.charAt(index + 1), 16) >= 0
                && Character.digit(url.charAt(index + 2), 16) >= 0;
    }

    private static Optional<URI> withValidHost(URI url) {
        if (!HTTP.contains(scheme(url.toString()))) {
            return url.getSchemeSpecificPart().isBlank() ? Optional.empty() : Optional.of(url);
        }
        // A user name before the @ looks like a host to readers, and no newsroom links to such URLs.
        var authority = Objects.requireNonNullElse(url.getRawAuthority(), "");
        if (authority.isEmpty() || authority.contains("@")) {
            return Optional.empty();
        }
        return url.getHost() != null ? Optional.of(url) : withAsciiHost(url, authority);
    }

    private static Optional<URI> withAsciiHost(URI url, String authority) {
        try {
            var ascii = IDN.toASCII(authority, IDN.ALLOW_UNASSIGNED);
            var start = url.toString().indexOf(authority);
            var rest = url.toString().substring(start + authority.length());
            return toUri(url.toString().substring(0, start) + ascii + rest).filter(converted -> converted.getHost() != null);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
