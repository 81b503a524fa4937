package org.depesche.kernel;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Identifiers that sort by the moment they were made (UUID version 7, RFC 9562). Those of one process strictly increase,
 * whatever the system clock does.
 */
public final class Uuid7 {

    private static final Base64.Encoder COMPACT = Base64.getUrlEncoder().withoutPadding();
    private static final int TEXT_LENGTH = 36;

    /** Milliseconds, then 12 bits that count within the millisecond and, when they overflow, borrow from the next one. */
    private static final AtomicLong LAST = new AtomicLong();

    private Uuid7() {
    }

    /** Greater than every identifier this process made before by this method. */
    public static UUID next() {
        // The identifier's own clock, not the newsroom's: a test that stops the time still needs new identifiers.
        var now = System.currentTimeMillis() << 12;
        var tick = LAST.updateAndGet(last -> Math.max(last + 1, now));
        return of(tick >>> 12, (int) tick & 0xfff);
    }

    /** An identifier as if made at that moment; two of one millisecond stand in no particular order. */
    public static UUID at(Instant moment) {
        return of(moment.toEpochMilli(), ThreadLocalRandom.current().nextInt(0x1000));
    }

    private static UUID of(long millis, int counter) {
        var high = (millis & 0xffff_ffff_ffffL) << 16 | 0x7000L | counter;
        var low = ThreadLocalRandom.current().nextLong() & 0x3fff_ffff_ffff_ffffL | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    /** The same 128 bits in 22 characters that need no escaping in a URL or a header. */
    public static String compact(UUID id) {
        return COMPACT.encodeToString(bytes(id));
    }

    /** Reads the canonical text form alone; {@link UUID#fromString} would also take {@code 1-1-1-1-1}. */
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

    /** The 16 bytes as the database keeps them; their unsigned order is the order of the identifiers. */
    public static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(16).putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits()).array();
    }

    public static UUID of(byte[] bytes) {
        if (bytes.length != 16) {
            throw new IllegalArgumentException("An identifier has 16 bytes, not " + bytes.length);
        }
        var buffer = ByteBuffer.wrap(bytes);
        return new UUID(buffer.getLong(), buffer.getLong());
    }
}
