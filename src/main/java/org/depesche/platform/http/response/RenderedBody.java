package org.depesche.platform.http.response;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

/**
 * A rendered response body with the fingerprint of its entity tags.
 *
 * @param mediaType the Content-Type
 * @param body the bytes before content coding
 * @param fingerprint the text between the quotes of the entity tag, without the coding's suffix
 * @param codings the body in the codings that were asked for, where they are kept; null: each request encodes the body again
 */
public record RenderedBody(String mediaType, byte[] body, String fingerprint, @Nullable Map<ContentEncoding, byte[]> codings) {

    /** Below this size, the coding's overhead and time outweigh the saving. */
    private static final int MIN_COMPRESSED_BYTES = 1_024;
    private static final int FINGERPRINT_BYTES = 12;
    private static final Base64.Encoder FINGERPRINTS = Base64.getUrlEncoder().withoutPadding();
    private static final MessageDigest SHA_256 = sha256();

    public static RenderedBody of(String mediaType, byte[] body) {
        return new RenderedBody(mediaType, body, fingerprint(body), null);
    }

    /** Creates a body that an endpoint returns many times. Each coding is made once. */
    public static RenderedBody ofFixed(String mediaType, byte[] body) {
        return new RenderedBody(mediaType, body, fingerprint(body), new ConcurrentHashMap<>());
    }

    /** Uses the given entity tag instead of a hash of the bytes. */
    public static RenderedBody of(String mediaType, byte[] body, String entityTag) {
        return new RenderedBody(mediaType, body, entityTag.substring(1, entityTag.length() - 1), null);
    }

    public boolean isWorthCompressing() {
        return body.length >= MIN_COMPRESSED_BYTES && isText(mediaType.toLowerCase(Locale.ROOT));
    }

    public byte[] encoded(ContentEncoding encoding) {
        return codings == null ? encoding.encode(body) : codings.computeIfAbsent(encoding, coding -> coding.encode(body));
    }

    public String eTag(ContentEncoding encoding) {
        return "\"" + fingerprint + encoding.eTagSuffix() + "\"";
    }

    private static boolean isText(String type) {
        return type.startsWith("text/") || type.contains("json") || type.contains("xml") || type.contains("yaml")
                || type.contains("javascript");
    }

    private static String fingerprint(byte[] body) {
        try {
            // Clones the digest: a lookup of the algorithm takes twice as long as the digest of an article.
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
