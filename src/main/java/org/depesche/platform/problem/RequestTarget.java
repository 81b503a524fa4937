package org.depesche.platform.problem;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.Locale;
import java.util.Set;

/** Validates the target of a request line before routing. */
final class RequestTarget {

    /**
     * RFC 3986, appendix A: unreserved characters, and those that paths and queries may contain; no escapes and no
     * fragment.
     */
    private static final BitSet UNESCAPED_CHARACTERS = characters(
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/?:@!$&'()*+,;=");

    private static final Set<String> SCHEMES = Set.of("http", "https");
    private static final int MAX_PORT = 65_535;

    private RequestTarget() {
    }

    /**
     * Returns whether the target is a URI whose escapes are complete and UTF-8. Such a target can be decoded later
     * without errors.
     */
    static boolean isValid(String target) {
        return isPlain(target) || isUri(target);
    }

    /** The usual case, without parsing: a path and a query of unescaped characters only. */
    private static boolean isPlain(String target) {
        if (target.isEmpty() || target.charAt(0) != '/' || target.startsWith("//")) {
            return false;
        }
        for (var i = 1; i < target.length(); i++) {
            var character = target.charAt(i);
            if (character >= 128 || !UNESCAPED_CHARACTERS.get(character)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isUri(String target) {
        try {
            var uri = new URI(target.startsWith("//") ? "http://localhost" + target : target);
            return isRouted(target, uri) && isUtf8(uri.getRawPath())
                    && (uri.getRawQuery() == null || isUtf8(uri.getRawQuery()));
        } catch (URISyntaxException invalid) {
            return false;
        }
    }

    private static boolean isRouted(String target, URI uri) {
        return target.startsWith("/")
                || isWebUrl(uri) && uri.getRawPath() != null && !uri.getRawPath().isEmpty();
    }

    /** An absolute target, as a request to a proxy has it (RFC 9110, section 4.2): with a host, without a user. */
    private static boolean isWebUrl(URI uri) {
        return SCHEMES.contains(String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT)) && uri.getHost() != null
                && uri.getRawUserInfo() == null && uri.getPort() <= MAX_PORT;
    }

    private static boolean isUtf8(String encoded) {
        var bytes = ByteBuffer.allocate(encoded.length() * 4);
        for (var i = 0; i < encoded.length(); i++) {
            if (encoded.charAt(i) == '%') {
                bytes.put((byte) Integer.parseInt(encoded.substring(i + 1, i + 3), 16));
                i += 2;
            } else {
                bytes.put(String.valueOf(encoded.charAt(i)).getBytes(StandardCharsets.UTF_8));
            }
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(bytes.flip());
            return true;
        } catch (CharacterCodingException invalid) {
            return false;
        }
    }

    private static BitSet characters(String text) {
        var characters = new BitSet(128);
        text.chars().forEach(characters::set);
        return characters;
    }
}
