package org.depesche.platform.problem;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** The target of a request line, judged before anything is routed by it. */
final class Target {

    private Target() {
    }

    /** A URI whose escapes are whole and UTF-8. What is taken here can be taken apart later without a surprise. */
    static boolean isReadable(String target) {
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
}
