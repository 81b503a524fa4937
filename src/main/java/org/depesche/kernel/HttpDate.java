package org.depesche.kernel;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Dates in headers (RFC 9110, section 5.6.7). */
public final class HttpDate {

    /** The day has two digits, which {@link DateTimeFormatter#RFC_1123_DATE_TIME} does not write. */
    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US)
            .withZone(ZoneOffset.UTC);

    private HttpDate() {
    }

    /** Writes a date as all HTTP software reads it, such as {@code Sun, 06 Nov 1994 08:49:37 GMT}. */
    public static String of(Instant instant) {
        return FORMAT.format(instant);
    }
}
