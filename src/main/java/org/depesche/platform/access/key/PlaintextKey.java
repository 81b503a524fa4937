package org.depesche.platform.access.key;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * The text of a key, which exists in memory only: {@code dep_<prefix>_<secret>}. The prefix may be shown and logged, so
 * that a key can be recognized wherever it is found. The secret must not.
 */
public record PlaintextKey(String text, String prefix) {

    static final int MIN_LENGTH = 32;
    static final int MAX_LENGTH = 512;

    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private static final int LOWER_CASE_START = 26;
    /** 43 of 62 letters have 256 bits. Letters and digits only, so that a double click selects the whole secret. */
    private static final int SECRET_LENGTH = 43;
    private static final int PREFIX_LENGTH = 8;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** Creates a random key. */
    public static PlaintextKey generate() {
        var prefix = "dep_" + randomLetters(PREFIX_LENGTH, LOWER_CASE_START);
        return new PlaintextKey(prefix + "_" + randomLetters(SECRET_LENGTH, 0), prefix);
    }

    /**
     * A key that an operator chose. Its prefix comes from its hash, because any part of the text would disclose that
     * part.
     */
    static PlaintextKey ofOperator(String text) {
        return new PlaintextKey(text, "env_" + HexFormat.of().formatHex(hashOf(text), 0, PREFIX_LENGTH / 2));
    }

    /** Whether a token may be a key. Other tokens are not looked up in the database. */
    static boolean hasValidLength(byte[] sent) {
        return sent.length >= MIN_LENGTH && sent.length <= MAX_LENGTH;
    }

    /** Returns the SHA-256 of the key, which is all that the database stores of it. */
    public byte[] hash() {
        return hashOf(text);
    }

    /** Returns the SHA-256 of a text. */
    public static byte[] hashOf(byte[] text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public String toString() {
        return prefix;
    }

    private static byte[] hashOf(String text) {
        return hashOf(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String randomLetters(int count, int from) {
        var letters = new StringBuilder(count);
        RANDOM.ints(count, from, LETTERS.length()).forEach(i -> letters.append(LETTERS.charAt(i)));
        return letters.toString();
    }
}
