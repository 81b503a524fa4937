package org.depesche.kernel;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Dates in headers (RFC 9110, section 5.6.7). */
public final class HttpDate {

    /** The day has two digits, which {@link DateTimeFormatter#RFC_1123_DATE_TIME} does not write. */
    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US)
            .withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter READ = DateTimeFormatter.RFC_1123_DATE_TIME.withLocale(Locale.ROOT);
    private static final DateTimeFormatter ASCTIME = DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss uuuu", Locale.US)
            .withZone(ZoneOffset.UTC);
    /** The obsolete form of RFC 850, which has only the last two digits of the year. */
    private static final Pattern RFC_850 = Pattern.compile("(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day, "
            + "(\\d\\d)-(\\p{Alpha}{3})-(\\d\\d) (\\d\\d:\\d\\d:\\d\\d) GMT");
    private static final DateTimeFormatter WITH_YEAR = DateTimeFormatter.ofPattern("dd MMM uuuu HH:mm:ss", Locale.US)
            .withZone(ZoneOffset.UTC);
    private static final int CENTURY = 100;
    private static final int YEARS_AHEAD = 50;

    private HttpDate() {
    }

    /** Writes a date as all HTTP software reads it, such as {@code Sun, 06 Nov 1994 08:49:37 GMT}. */
    public static String of(Instant instant) {
        return FORMAT.format(instant);
    }

    /**
     * Reads a date in any of the three forms. Empty if it is none: a recipient ignores the header then.
     *
     * @param now tells the century of a year with two digits: none is more than 50 years ahead
     */
    public static Optional<Instant> parse(String text, Instant now) {
        var date = text.strip();
        return read(date, READ).or(() -> read(date, ASCTIME)).or(() -> readRfc850(date, now));
    }

    private static Optional<Instant> read(String date, DateTimeFormatter format) {
        try {
            return Optional.of(format.parse(date, Instant::from));
        } catch (DateTimeException anotherForm) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> readRfc850(String date, Instant now) {
        var parts = RFC_850.matcher(date);
        if (!parts.matches()) {
            return Optional.empty();
        }
        var latest = now.atZone(ZoneOffset.UTC).plusYears(YEARS_AHEAD);
        var year = latest.getYear() - Math.floorMod(latest.getYear() - Integer.parseInt(parts.group(3)), CENTURY);
        return in(year, parts).filter(read -> !read.isAfter(latest.toInstant())).or(() -> in(year - CENTURY, parts));
    }

    private static Optional<Instant> in(int year, MatchResult parts) {
        return read(parts.group(1) + " " + parts.group(2) + " " + year + " " + parts.group(4), WITH_YEAR);
    }
}
