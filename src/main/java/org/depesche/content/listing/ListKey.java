package org.depesche.content.listing;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;

import org.depesche.kernel.Uuid7;

/**
 * Identifies a list: the articles of a site that a filter value matches.
 * @param value at most 40 characters of Latin-1: the 16 bytes of an id, or the name of an enum constant, language or
 * month
 */
public record ListKey(UUID site, ListKind kind, String value) {

    private static final int MAX_LENGTH = 40;

    public ListKey {
        if (value.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("A list's value has at most " + MAX_LENGTH + " characters: " + value);
        }
    }

    /** Returns the list of all articles of a site. */
    public static ListKey all(UUID site) {
        return new ListKey(site, ListKind.ALL, "");
    }

    /** Returns a list whose value is an id, such as the articles of a category. */
    public static ListKey of(UUID site, ListKind kind, UUID id) {
        // Latin-1 maps the 16 bytes one to one, and a string is compared by value where an array would not be
        return new ListKey(site, kind, new String(Uuid7.bytes(id), StandardCharsets.ISO_8859_1));
    }

    /** Returns a list whose value is a text in ASCII, such as the articles of a month. */
    public static ListKey of(UUID site, ListKind kind, String value) {
        return new ListKey(site, kind, value);
    }

    /** Returns a list whose value is a flag, such as the articles with a lead image. */
    public static ListKey of(UUID site, ListKind kind, boolean isTrue) {
        return new ListKey(site, kind, isTrue ? "1" : "0");
    }

    /**
     * Returns the list of the articles of this list that lists leave out in favor of another version of the story. Empty for
     * a kind of list that has none.
     */
    public Optional<ListKey> leftOut() {
        return kind.leftOut().map(other -> new ListKey(site, other, value));
    }

    /** Returns the value as the database stores it. */
    byte[] bytes() {
        return value.getBytes(StandardCharsets.ISO_8859_1);
    }

    static ListKey of(UUID site, ListKind kind, byte[] value) {
        return new ListKey(site, kind, new String(value, StandardCharsets.ISO_8859_1));
    }

    /** Returns the id of a list whose values are ids. */
    public UUID id() {
        return Uuid7.of(bytes());
    }

    /** Returns the key as one word, from which {@link #parse} reads it again. */
    public String toText() {
        return site + "." + kind.letter() + "." + HexFormat.of().formatHex(bytes());
    }

    /** Reads what {@link #toText} wrote. */
    public static ListKey parse(String text) {
        var parts = text.split("\\.", -1);
        return of(UUID.fromString(parts[0]), ListKind.of(parts[1]), HexFormat.of().parseHex(parts[2]));
    }

    @Override
    public String toString() {
        return kind + ":" + HexFormat.of().formatHex(bytes());
    }
}
