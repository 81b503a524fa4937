package org.depesche.intake.importer.ndjson;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Computes the SHA-256 of a record in a canonical form. The order of members, white space, escapes and the spelling of
 * numbers do not change the digest. Each value is written with its type and length, so that different records cannot
 * have the same canonical form. An instance is reused for many records, by one thread.
 */
final class RecordDigest {

    private byte[] canonical = new byte[1 << 13];
    private int length;

    byte[] of(JsonNode record) {
        length = 0;
        appendValue(record);
        try {
            var sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(canonical, 0, length);
            return sha256.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private void appendValue(JsonNode value) {
        switch (value.getNodeType()) {
            case OBJECT -> appendObject(value);
            case ARRAY -> appendList(value);
            case STRING -> appendText('s', value.textValue());
            case NUMBER -> appendText('n', canonicalNumber(value));
            default -> appendText('w', value.asText());
        }
    }

    private void appendObject(JsonNode object) {
        appendHeader('o', object.size());
        var sorted = new TreeMap<String, JsonNode>();
        object.properties().forEach(member -> sorted.put(member.getKey(), member.getValue()));
        sorted.forEach((name, value) -> {
            appendText('m', name);
            appendValue(value);
        });
    }

    private void appendList(JsonNode array) {
        appendHeader('l', array.size());
        array.forEach(this::appendValue);
    }

    /** Writes 1.0 and 1 as the same number. */
    private static String canonicalNumber(JsonNode value) {
        var decimal = value.doubleValue();
        var isInteger = !value.isIntegralNumber() && Math.rint(decimal) == decimal && Math.abs(decimal) < 1e15;
        return isInteger ? Long.toString((long) decimal) : value.asText();
    }

    private void appendText(char kind, String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        appendHeader(kind, bytes.length);
        reserve(bytes.length);
        System.arraycopy(bytes, 0, canonical, length, bytes.length);
        length += bytes.length;
    }

    private void appendHeader(char kind, int size) {
        reserve(5);
        canonical[length++] = (byte) kind;
        for (var shift = 24; shift >= 0; shift -= 8) {
            canonical[length++] = (byte) (size >>> shift);
        }
    }

    private void reserve(int count) {
        if (length + count > canonical.length) {
            canonical = Arrays.copyOf(canonical, Math.max(2 * canonical.length, length + count));
        }
    }
}
