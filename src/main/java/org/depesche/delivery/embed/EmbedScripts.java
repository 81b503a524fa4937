package org.depesche.delivery.embed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

/**
 * The script of the embed. Beside its stable address each version has one that contains its hash, for pages with
 * {@code integrity}. The package keeps the versions of former releases, because such pages go on asking for them.
 */
@ApplicationScoped
public class EmbedScripts {

    private static final String CURRENT = "/embed/embed.js";
    private static final int NAME_BYTES = 8;

    private final byte[] current = read(CURRENT)
            .orElseThrow(() -> new IllegalStateException(CURRENT + " is not in the package"));
    private final byte[] hash = sha384(current);

    /** The present version, in UTF-8. */
    byte[] current() {
        return current.clone();
    }

    /** A version by the hash in its address. */
    Optional<byte[]> find(String name) {
        return name.equals(name(hash)) ? Optional.of(current()) : read("/embed/former/" + name + ".js");
    }

    /** The path of the present version that never changes. */
    public String path() {
        return "/embed/" + fileName();
    }

    String fileName() {
        return name(hash) + ".js";
    }

    /** The attribute {@code integrity} of the present version (Subresource Integrity, section 3.1). */
    public String integrity() {
        return "sha384-" + Base64.getEncoder().encodeToString(hash);
    }

    /** The hash in the address of a script. */
    static String nameOf(byte[] script) {
        return name(sha384(script));
    }

    private static String name(byte[] hash) {
        return HexFormat.of().formatHex(hash, 0, NAME_BYTES);
    }

    private static byte[] sha384(byte[] script) {
        try {
            return MessageDigest.getInstance("SHA-384").digest(script);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Optional<byte[]> read(String file) {
        try (var stream = EmbedScripts.class.getResourceAsStream(file)) {
            return stream == null ? Optional.empty() : Optional.of(stream.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
