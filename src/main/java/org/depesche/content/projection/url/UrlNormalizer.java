package org.depesche.content.projection.url;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Normalizes old URLs. A URL and its path are equal, with and without {@code www.}, whatever the scheme. */
public final class UrlNormalizer {

    private static final Pattern AUTHORITY = Pattern.compile("^(?:[a-zA-Z][a-zA-Z0-9+.-]*:)?//(?:[^/?#@]*@)?([^/?#]*)");
    private static final Pattern STANDARD_PORT = Pattern.compile(":(80|443)?$");
    /**
     * Characters that may be unescaped in a path and its query (RFC 3986, section 3.3). Other reserved characters stay
     * as they are written.
     */
    private static final String PLAIN = "-._~!$&'()*+,;=:@/?[]|";
    private static final String UNRESERVED = "-._~";

    private UrlNormalizer() {
    }

    /** Returns the first 16 bytes of the SHA-256 of the normalized URL, because URLs are too long for an index. */
    public static byte[] hash(String url) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(normalized(url).getBytes(StandardCharsets.UTF_8));
            return Arrays.copyOf(digest, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Returns the path and the query in one way of escaping. A publisher's URLs differ in these, and a move to another host
     * must not break them.
     */
    public static String normalized(String url) {
        return escape(path(url));
    }

    /** Returns the path and the query as they are written. */
    static String path(String url) {
        var path = AUTHORITY.matcher(url).replaceFirst("").replaceFirst("#.*$", "");
        var absolutePath = path.startsWith("/") ? path : "/" + path;
        return absolutePath.length() > 1 && absolutePath.endsWith("/") ? absolutePath.substring(0, absolutePath.length() - 1)
                : absolutePath;
    }

    /** Returns the host in lower case without {@code www.}; empty when there is none. */
    public static Optional<String> host(String url) {
        var authority = AUTHORITY.matcher(url);
        return authority
                .find() ? Optional.of(STANDARD_PORT.matcher(authority.group(1).toLowerCase(Locale.ROOT)).replaceFirst("")
                        .replaceFirst("^www\\.", "")) : Optional.empty();
    }

    /** Makes {@code /m%c3%bcller}, {@code /m%C3%BCller} and {@code /müller} equal (RFC 3986, section 6.2.2). */
    static String escape(String path) {
        var escaped = new StringBuilder(path.length());
        var bytes = path.getBytes(StandardCharsets.UTF_8);
        for (var i = 0; i < bytes.length; i++) {
            if (bytes[i] == '%' && i + 2 < bytes.length && hex(bytes[i + 1]) >= 0 && hex(bytes[i + 2]) >= 0) {
                append(escaped, hex(bytes[i + 1]) << 4 | hex(bytes[i + 2]), UNRESERVED);
                i += 2;
            } else {
                append(escaped, bytes[i] & 0xff, PLAIN);
            }
        }
        return escaped.toString();
    }

    private static void append(StringBuilder escaped, int octet, String plain) {
        var isWord = octet >= '0' && octet <= '9' || octet >= 'A' && octet <= 'Z' || octet >= 'a' && octet <= 'z';
        if (isWord || octet < 0x80 && plain.indexOf(octet) >= 0) {
            escaped.append((char) octet);
        } else {
            escaped.append('%').append(Character.toUpperCase(Character.forDigit(octet >> 4, 16)))
                    .append(Character.toUpperCase(Character.forDigit(octet & 0xf, 16)));
        }
    }

    private static int hex(byte digit) {
        return Character.digit(digit, 16);
    }
}
