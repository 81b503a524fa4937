package org.depesche.platform.idempotency;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** What makes two requests the same: SHA-256 over method, address with query, content type and the body's bytes. */
public final class RequestDigest {

    private final MessageDigest sha256 = sha256();

    public RequestDigest(String method, String route, String contentType) {
        update(method);
        update(route);
        update(contentType);
    }

    /** The body as it is read by somebody else. */
    public InputStream digestWhileReading(InputStream body) {
        return new DigestInputStream(body, sha256);
    }

    public RequestDigest body(byte[] body) {
        sha256.update(body);
        return this;
    }

    /** Ends the digest: to be asked once, when the body was read to its end. */
    public byte[] finish() {
        return sha256.digest();
    }

    /** Each part with its end, so that what belongs to one cannot pass for another's beginning. */
    private void update(String part) {
        sha256.update(part.getBytes(StandardCharsets.UTF_8));
        sha256.update((byte) 0);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
