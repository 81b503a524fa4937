package org.depesche.content.projection;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Former addresses: whole ones and paths are found alike, with and without {@code www.}, whatever the scheme. */
public final class UrlNormalizer {

    private static final Pattern AUTHORITY = Pattern.compile("^(?:[a-zA-Z][a-zA-Z0-9+.-]*:)?//(?:[^/?#@]*@)?([^/?#]*)");
    private static final Pattern STANDARD_PORT = Pattern.compile(":(80|443)?$");
    /** What stands for itself in a path and its query (RFC 3986, section 3.3); other reserved ones keep the form they have. */
    private static final String PLAIN = "-._~!$&'()*+,;=:@/?[]|";
    private static final String UNRESERVED = "-._~";

    private UrlNormalizer() {
    }

    /** The first 16 bytes of SHA-256 over the address in its comparable form: addresses are too long to index. */
    static byte[] hash(String address) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(normalized(address).getBytes(StandardCharsets.UTF_8));
            return Arrays.copyOf(digest, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Path and query alone, escaped in one way: a publisher's addresses differ there, and a host that moved must not lose them.
     */
    public static String normalized(String address) {
        return escaped(path(address));
    }

    /** Path and query as they are written. */
    static String path(String address) {
        var path = AUTHORITY.matcher(address).replaceFirst("").replaceFirst("#.*$", "");
        var rooted = path.startsWith("/") ? path : "/" + path;
        return rooted.length() > 1 && rooted.endsWith("/") ? rooted.substring(0, rooted.length() - 1) : rooted;
    }

    /** Whose it is, where the address says so, in its comparable form. */
    public static Optional<String> host(String address) {
        var authority = AUTHORITY.matcher(address);
        return authority
                .find() ? Optional.of(STANDARD_PORT.matcher(authority.group(1).toLowerCase(Locale.ROOT)).replaceFirst("")
                        .replaceFirst("^www\\.", "")) : Optional.empty();
    }

    /** {@code /m%c3%bcller}, {@code /m%C3%BCller} and {@code /müller} are one address (RFC 3986, section 6.2.2). */
    private static String escaped(String path) {
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
