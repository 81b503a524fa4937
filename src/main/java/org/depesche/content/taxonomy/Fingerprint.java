package org.depesche.content.taxonomy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;

import org.depesche.kernel.Uuid7;

/** A key of 128 bits of a SHA-256 hash. Its type is UUID because UUIDs compare by value and fit a binary(16) column. */
public final class Fingerprint {

    private Fingerprint() {
    }

    /** Returns the key of a text. */
    public static UUID of(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Uuid7.of(Arrays.copyOf(digest, 16));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * Returns the key of a name. Names that differ only in case, white space or Unicode form have the same key; "Muller"
     * and "Müller" have different keys.
     */
    public static UUID ofName(String name) {
        return of(Normalizer.normalize(normalize(name), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT));
    }

    /** Returns the name as it is stored: composed (NFC), trimmed, and with single spaces. */
    public static String normalize(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC).replaceAll("[\\p{Z}\\s]+", " ").strip();
    }
}
