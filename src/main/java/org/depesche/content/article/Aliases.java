package org.depesche.content.article;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/** Former addresses: whole ones and paths are found alike, with and without {@code www.}, whatever the scheme. */
final class Aliases {

    private Aliases() {
    }

    /** The first 16 bytes of SHA-256 over the address in its comparable form: addresses are too long to index. */
    static byte[] hash(String address) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(comparable(address).getBytes(StandardCharsets.UTF_8));
            return Arrays.copyOf(digest, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Path and query alone: a publisher's addresses differ there, and a host that moved must not lose them. */
    static String comparable(String address) {
        var path = address.replaceFirst("^(?i)[a-z][a-z0-9+.-]*://[^/?#]*", "").replaceFirst("#.*$", "");
        var rooted = path.startsWith("/") ? path : "/" + path;
        return rooted.length() > 1 && rooted.endsWith("/") ? rooted.substring(0, rooted.length() - 1) : rooted;
    }
}
