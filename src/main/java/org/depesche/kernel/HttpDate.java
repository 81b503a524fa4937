package org.depesche.kernel;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** Dates in headers (RFC 9110, section 5.6.7). */
public final class HttpDate {

    /** The day has two digits, which {@link DateTimeFormatter#RFC_1123_DATE_TIME} does not write. */
    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US)
            .withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter READ = DateTimeFormatter.RFC_1123_DATE_TIME.withLocale(Locale.ROOT);

    private HttpDate() {
    }

    /** Writes a date as all HTTP software reads it, such as {@code Sun, 06 Nov 1994 08:49:37 GMT}. */
    public static String of(Instant instant) {
        return FORMAT.format(instant);
    }

    /** Reads a date. Empty if it is none: a recipient ignores the header then. */
    public static Optional<Instant> parse(String text) {
        try {
            return Optional.of(ZonedDateTime.parse(text.strip(), READ).toInstant());
        } catch (DateTimeException notADate) {
            return Optional.empty();
        }
    }
}
