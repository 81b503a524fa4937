package org.depesche.kernel;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Creates and converts identifiers that sort by creation time (UUID version 7, RFC 9562). The identifiers of one process
 * strictly increase, whatever the system clock does.
 */
public final class Uuid7 {

    private static final Base64.Encoder COMPACT = Base64.getUrlEncoder().withoutPadding();
    private static final int TEXT_LENGTH = 36;

    /** Milliseconds, then a counter of 12 bits within the millisecond. The counter overflows into the next millisecond. */
    private static final AtomicLong LAST = new AtomicLong();

    private Uuid7() {
    }

    /** Returns an identifier greater than every identifier that this method has returned in this process. */
    public static UUID next() {
        // The system clock, not the injected one: a test that stops the injected clock still needs new identifiers.
        var now = System.currentTimeMillis() << 12;
        var tick = LAST.updateAndGet(last -> Math.max(last + 1, now));
        return of(tick >>> 12, (int) tick & 0xfff);
    }

    /** Returns an identifier for this creation time. The order of two identifiers of one millisecond is undefined. */
    public static UUID at(Instant moment) {
        return of(moment.toEpochMilli(), ThreadLocalRandom.current().nextInt(0x1000));
    }

    private static UUID of(long millis, int counter) {
        var high = (millis & 0xffff_ffff_ffffL) << 16 | 0x7000L | counter;
        var low = ThreadLocalRandom.current().nextLong() & 0x3fff_ffff_ffff_ffffL | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    /** Returns the time at which {@link #next} made an identifier, or that was given to {@link #at}, in milliseconds. */
    public static Instant createdAt(UUID id) {
        return Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16);
    }

    /** Returns the same 128 bits as 22 characters that need no escaping in a URL or a header. */
    public static String compact(UUID id) {
        return COMPACT.encodeToString(bytes(id));
    }

    /** Reads what {@link #compact} wrote. */
    public static Optional<UUID> ofCompact(String text) {
        try {
            return Optional.of(Base64.getUrlDecoder().decode(text)).filter(bytes -> bytes.length == 16).map(Uuid7::of);
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    /** Parses the canonical text form only. {@link UUID#fromString} would also accept {@code 1-1-1-1-1}. */
    public static Optional<UUID> parse(String text) {
        return isCanonical(text) ? Optional.of(UUID.fromString(text)) : Optional.empty();
    }

    private static boolean isCanonical(String text) {
        if (text.length() != TEXT_LENGTH) {
            return false;
        }
        for (var i = 0; i < TEXT_LENGTH; i++) {
            var hyphenated = i == 8 || i == 13 || i == 18 || i == 23;
            if (hyphenated ? text.charAt(i) != '-' : !isHex(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isHex(char c) {
        return c >= '0' && c <= '9' || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F';
    }

    /** Returns the 16 bytes as the database stores them. Their unsigned order is the order of the identifiers. */
    public static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(16).putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits()).array();
    }

    /**
     * Converts 16 bytes back to an identifier.
     *
     * @throws IllegalArgumentException if the array has another length
     */
    public static UUID of(byte[] bytes) {
        if (bytes.length != 16) {
            throw new IllegalArgumentException("An identifier has 16 bytes, not " + bytes.length);
        }
        var buffer = ByteBuffer.wrap(bytes);
        return new UUID(buffer.getLong(), buffer.getLong());
    }
}
