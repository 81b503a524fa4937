package org.depesche.platform.problem;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;

/** The target of a request line, judged before anything is routed by it. */
final class RequestTarget {

    /** RFC 3986, appendix A: unreserved, and what paths and queries may hold besides; no escapes and no fragment. */
    private static final BitSet UNESCAPED_CHARACTERS = signs(
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/?:@!$&'()*+,;=");

    private RequestTarget() {
    }

    /** A URI whose escapes are whole and UTF-8. What is taken here can be taken apart later without a surprise. */
    static boolean isValid(String target) {
        return isPlain(target) || isUri(target);
    }

    /** The usual case, told without taking it apart: a path and a query of nothing but plain signs. */
    private static boolean isPlain(String target) {
        if (target.isEmpty() || target.charAt(0) != '/' || target.startsWith("//")) {
            return false;
        }
        for (var i = 1; i < target.length(); i++) {
            var sign = target.charAt(i);
            if (sign >= 128 || !UNESCAPED_CHARACTERS.get(sign)) {
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
        } catch (URISyntaxException notAUri) {
            return false;
        }
    }

    private static boolean isRouted(String target, URI uri) {
        return target.startsWith("/") || uri.isAbsolute() && uri.getRawPath() != null && !uri.getRawPath().isEmpty();
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
        } catch (CharacterCodingException notUtf8) {
            return false;
        }
    }

    private static BitSet signs(String all) {
        var signs = new BitSet(128);
        all.chars().forEach(signs::set);
        return signs;
    }
}
