package org.depesche.platform.idempotency;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** A SHA-256 digest that identifies a request: method, URL with query, content type and body. */
public final class RequestDigest {

    private final MessageDigest sha256 = sha256();

    public RequestDigest(String method, String route, String contentType) {
        update(method);
        update(route);
        update(contentType);
    }

    /** Digests the body while it is read. */
    public InputStream digestWhileReading(InputStream body) {
        return new DigestInputStream(body, sha256);
    }

    public RequestDigest body(byte[] body) {
        sha256.update(body);
        return this;
    }

    /** Returns the digest. Call it once, after the whole body was digested. */
    public byte[] finish() {
        return sha256.digest();
    }

    /** Digests a part with a terminator, so that the end of one part cannot be read as the start of the next. */
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
