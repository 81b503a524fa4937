package org.depesche.platform.http.response;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;

/**
 * A body as it leaves the house: rendered once, with the fingerprint its entity tags are made of. What can be kept of an
 * answer is this and its headers.
 *
 * @param mediaType its Content-Type
 * @param body the bytes before any content coding
 * @param fingerprint what stands between the quotes of the entity tag
 */
record RenderedBody(String mediaType, byte[] body, String fingerprint) {

    /** Below this a coding's own overhead and the time outweigh what it saves. */
    private static final int MIN_COMPRESSED_BYTES = 1_024;
    private static final int FINGERPRINT_BYTES = 12;
    private static final Base64.Encoder FINGERPRINTS = Base64.getUrlEncoder().withoutPadding();
    private static final MessageDigest SHA_256 = sha256();

    static RenderedBody of(String mediaType, byte[] body) {
        return new RenderedBody(mediaType, body, fingerprint(body));
    }

    /** With the version its maker gave it in place of the fingerprint of its bytes. */
    static RenderedBody of(String mediaType, byte[] body, String entityTag) {
        return new RenderedBody(mediaType, body, entityTag.substring(1, entityTag.length() - 1));
    }

    boolean isWorthCompressing() {
        return body.length >= MIN_COMPRESSED_BYTES && isText(mediaType.toLowerCase(Locale.ROOT));
    }

    byte[] encoded(ContentEncoding encoding) {
        return encoding.encode(body);
    }

    String eTag(ContentEncoding encoding) {
        return "\"" + fingerprint + encoding.eTagSuffix() + "\"";
    }

    private static boolean isText(String type) {
        return type.startsWith("text/") || type.contains("json") || type.contains("xml") || type.contains("javascript");
    }

    private static String fingerprint(byte[] body) {
        try {
            // a copy: to look an algorithm up takes twice as long as to digest an article
            var digest = ((MessageDigest) SHA_256.clone()).digest(body);
            return FINGERPRINTS.encodeToString(Arrays.copyOf(digest, FINGERPRINT_BYTES));
        } catch (CloneNotSupportedException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
