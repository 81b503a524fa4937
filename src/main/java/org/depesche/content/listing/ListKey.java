package org.depesche.content.listing;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.UUID;

import org.depesche.kernel.Uuid7;

/**
 * Names one list: a filter value on a site.
 *
 * @param value at most 40 characters of Latin-1: 16 bytes of an id, or words of an enum, language or month
 */
public record ListKey(UUID site, ListKind kind, String value) {

    private static final int MAX = 40;

    public ListKey {
        if (value.length() > MAX) {
            throw new IllegalArgumentException("A list's value has at most " + MAX + " characters: " + value);
        }
    }

    public static ListKey all(UUID site) {
        return new ListKey(site, ListKind.ALL, "");
    }

    public static ListKey of(UUID site, ListKind kind, UUID id) {
        // Latin-1 keeps the 16 bytes one to one, and a string compares by value where an array would not
        return new ListKey(site, kind, new String(Uuid7.bytes(id), StandardCharsets.ISO_8859_1));
    }

    public static ListKey of(UUID site, ListKind kind, String word) {
        return new ListKey(site, kind, word);
    }

    public static ListKey of(UUID site, ListKind kind, boolean holds) {
        return new ListKey(site, kind, holds ? "1" : "0");
    }

    byte[] bytes() {
        return value.getBytes(StandardCharsets.ISO_8859_1);
    }

    static ListKey of(UUID site, ListKind kind, byte[] value) {
        return new ListKey(site, kind, new String(value, StandardCharsets.ISO_8859_1));
    }

    /** The id that the value is, for kinds whose values are ids. */
    public UUID id() {
        return Uuid7.of(bytes());
    }

    @Override
    public String toString() {
        return kind + ":" + HexFormat.of().formatHex(bytes());
    }
}
