package org.depesche.content.image.file.rendition;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

import org.depesche.content.image.Image;
import org.jspecify.annotations.Nullable;

/**
 * The hash that is part of the addresses of renditions. It covers everything that decides their content: the original, the
 * focal point, the packet of rights, and the settings of the encoders.
 */
final class RenditionKey {

    private static final int BYTES = 16;

    private RenditionKey() {
    }

    /**
     * Returns the hash in hexadecimal.
     *
     * @param packet the packet of rights as XMP
     * @param settings the settings of the encoders as text
     * @param decoder the version of the decoder; version 1 is not part of the hash, so that older addresses stay valid
     */
    static String of(Image image, byte[] packet, String settings, int decoder) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            var version = decoder == 1 ? "" : " decoder " + decoder;
            digest.update((image.sha256() + "\n" + text(image.focalPoint()) + "\n" + settings + version + "\n")
                    .getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(Arrays.copyOf(digest.digest(packet), BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Written out, and not toString of the record: a new name of a class must not change the addresses. */
    private static String text(Image.@Nullable FocalPoint point) {
        return point == null ? "null" : "FocalPoint[x=" + point.x() + ", y=" + point.y() + "]";
    }
}
