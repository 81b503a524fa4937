package org.depesche.content.taxonomy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;

import org.depesche.kernel.Uuid7;

/** 128 bits of SHA-256 under which a thing is found again; held in a UUID because that compares by value. */
public final class Fingerprint {

    private Fingerprint() {
    }

    public static UUID of(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Uuid7.of(Arrays.copyOf(digest, 16));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Equal for names that differ in case, spaces or Unicode form alone; "Muller" and "Müller" stay two. */
    public static UUID ofName(String name) {
        return of(Normalizer.normalize(normalize(name), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT));
    }

    /** A name as it is kept: composed, without spaces around it or more than one within. */
    public static String normalize(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC).replaceAll("[\\p{Z}\\s]+", " ").strip();
    }
}
