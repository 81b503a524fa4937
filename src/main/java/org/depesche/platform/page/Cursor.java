package org.depesche.platform.page;

import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * A position between two rows of a list: the key of the adjacent row, the direction, and the order. The text form is
 * opaque, and a checksum binds it to a filter.
 * <p> Format 1 must stay readable throughout v1. It has byte 1, the direction, the number of texts, and the texts as
 * length and UTF-8. The texts are the order and then the key. Eight bytes of the SHA-256 of all bytes before and the
 * filter follow. The bytes are written in base64url without padding.
 * @param key the sort key of the row next to the position, as texts
 * @param direction the direction of the page from the position
 * @param sort the name of the order
 */
public record Cursor(Direction direction, String sort, List<String> key) {

    /** The error message for a cursor that {@link #decode} rejects. */
    public static final String INVALID_MESSAGE = "`cursor` is not one of this list. Take it from `page.next` or "
            + "`page.previous` of an answer with the same filter and sort.";

    private static final byte VERSION = 1;
    private static final int CHECKSUM_BYTES = 8;
    private static final int MAX_LENGTH = 2_048;

    public Cursor {
        key = List.copyOf(key);
    }

    /** The direction in which a page lies: towards the end or the beginning of the list. */
    public enum Direction {
        NEXT,
        PREVIOUS
    }

    /**
     * The opaque text form.
     * @param filter any text that is equal for equal filters
     */
    public String encode(String filter) {
        var content = content();
        var bytes = ByteBuffer.allocate(content.length + CHECKSUM_BYTES).put(content).put(checksum(content, filter));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    /** Parses a cursor; empty when the text is no cursor, or belongs to another filter or order. */
    public static Optional<Cursor> decode(String text, String sort, String filter) {
        try {
            return text.length() > MAX_LENGTH ? Optional.empty()
                    : verified(text, filter).filter(cursor -> cursor.sort.equals(sort) && !cursor.key.isEmpty());
        } catch (IllegalArgumentException | BufferUnderflowException | IndexOutOfBoundsException
                | CharacterCodingException garbage) {
            return Optional.empty();
        }
    }

    private static Optional<Cursor> verified(String text, String filter) throws CharacterCodingException {
        var bytes = Base64.getUrlDecoder().decode(text);
        if (bytes.length < CHECKSUM_BYTES + 3 || !Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).equals(text)) {
            return Optional.empty();
        }
        var content = Arrays.copyOf(bytes, bytes.length - CHECKSUM_BYTES);
        var check = Arrays.copyOfRange(bytes, bytes.length - CHECKSUM_BYTES, bytes.length);
        var isOurs = content[0] == VERSION && MessageDigest.isEqual(check, checksum(content, filter));
        return isOurs ? Optional.of(parsed(ByteBuffer.wrap(content))) : Optional.empty();
    }

    private static Cursor parsed(ByteBuffer bytes) throws CharacterCodingException {
        bytes.get();
        var direction = bytes.get() == 0 ? Direction.NEXT : Direction.PREVIOUS;
        var texts = new ArrayList<String>();
        for (var left = bytes.get(); left > 0; left--) {
            var slice = bytes.slice(bytes.position() + 2, bytes.getShort() & 0xffff);
            texts.add(StandardCharsets.UTF_8.newDecoder().decode(slice.duplicate()).toString());
            bytes.position(bytes.position() + slice.limit());
        }
        return new Cursor(direction, texts.get(0), texts.subList(1, texts.size()));
    }

    private byte[] content() {
        var out = new ByteArrayOutputStream();
        out.write(VERSION);
        out.write(direction == Direction.NEXT ? 0 : 1);
        out.write(key.size() + 1);
        append(out, sort);
        key.forEach(part -> append(out, part));
        return out.toByteArray();
    }

    private static void append(ByteArrayOutputStream out, String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        out.write(bytes.length >>> 8);
        out.write(bytes.length);
        out.writeBytes(bytes);
    }

    private static byte[] checksum(byte[] content, String filter) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(content);
            return Arrays.copyOf(digest.digest(filter.getBytes(StandardCharsets.UTF_8)), CHECKSUM_BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
