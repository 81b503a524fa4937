package org.depesche.content.image.file;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

import org.depesche.content.image.Image;
import org.depesche.content.image.ImageDetails;
import org.depesche.media.rendition.RightsPacket;

/**
 * The hash that is part of the addresses of renditions. It covers everything that decides their content: the original, the
 * focal point, the packet of rights, and the settings of the encoders.
 */
final class RenditionKey {

    private static final int BYTES = 16;

    private RenditionKey() {
    }

    static String of(Image image, byte[] packet, String settings) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(
                    (image.sha256() + "\n" + image.focalPoint() + "\n" + settings + "\n").getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(Arrays.copyOf(digest.digest(packet), BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The desk's words, and what only the file says. */
    static RightsPacket packet(Image image) {
        var rights = Optional.ofNullable(image.details().rights())
                .orElse(new ImageDetails.ImageRights(null, null, null, null, null, null, null));
        var file = image.file();
        return new RightsPacket(rights.creator(), image.credit(), rights.copyright(), rights.usageTerms(),
                rights.licenseUrl() == null ? null : rights.licenseUrl().toString(),
                file == null ? null : file.licensorName(), file == null ? null : file.licensorUrl(),
                rights.digitalSourceType(), file == null ? null : file.dataMining());
    }
}
