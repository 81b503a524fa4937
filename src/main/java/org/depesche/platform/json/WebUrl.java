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
 * Addresses of the web as people paste them. What browsers forgive (spaces around, brackets in a query, umlauts) is brought
 * into the form of RFC 3986; what has no host or another scheme is refused.
 */
public final class WebUrl {

    public static final int MAX_LENGTH = 2_000;
    public static final Set<String> HTTP = Set.of("http", "https");

    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final String ESCAPED_ON_INPUT = " \"<>[]\\^`{|}";

    private WebUrl() {
    }

    public static Optional<URI> parse(String text) {
        return parse(text, HTTP);
    }

    public static Optional<URI> parse(String text, Set<String> schemes) {
        var url = text.strip();
        if (url.length() > MAX_LENGTH || !schemes.contains(scheme(url))) {
            return Optional.empty();
        }
        return parsed(withEscapes(url)).flatMap(WebUrl::withValidHost);
    }

    private static String scheme(String url) {
        return url.substring(0, Math.max(0, url.indexOf(':'))).toLowerCase(Locale.ROOT);
    }

    private static Optional<URI> parsed(String url) {
        try {
            return Optional.of(new URI(url));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** Behind the authority only: brackets of an IPv6 host and those of a TYPO3 parameter are not the same thing. */
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

    // Not URI.toASCIIString, which also composes: an address of decomposed letters would lead elsewhere.
    private static void escape(String character, StringBuilder safe) {
        for (var octet : character.getBytes(StandardCharsets.UTF_8)) {
            safe.append('%').append(HEX.toHexDigits(octet));
        }
    }

    private static boolean isEscape(String url, int at) {
        return at + 2 < url.length() && Character.digit(url.charAt(at + 1), 16) >= 0
                && Character.digit(url.charAt(at + 2), 16) >= 0;
    }

    private static Optional<URI> withValidHost(URI url) {
        if (!HTTP.contains(scheme(url.toString()))) {
            return url.getSchemeSpecificPart().isBlank() ? Optional.empty() : Optional.of(url);
        }
        // Whoever is named before the @ is not who is visited: a way to deceive readers, and no newsroom's link.
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
            return parsed(url.toString().substring(0, start) + ascii + rest).filter(whole -> whole.getHost() != null);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
