package org.depesche.media.metadata;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * When a picture was taken. Many cameras do not know their time zone, and many archives only the year.
 *
 * @param local the clock of the camera; a missing month, day or time is the first one
 * @param offset from UTC, null if unknown
 * @param precision what the file knows
 */
public record PhotoTime(LocalDateTime local, @Nullable ZoneOffset offset, Precision precision) {

    /** ISO 8601 as in XMP, and the colons, blanks and zeros of Exif and IIM. */
    private static final Pattern TEXT = Pattern.compile("(\\d{4})(?:[-:]?(\\d{2}|  )(?:[-:]?(\\d{2}|  ))?)?"
            + "(?:[T ]?(\\d{2}|  ):?(\\d{2}|  )(?::?(\\d{2}|  )(?:[.,](\\d+))?)?\\s*(Z|[+-]\\d{2}(?::?\\d{2})?)?)?[ :]*");
    private static final int LEAP_SECOND = 60;

    /** The smallest unit that a file tells. */
    public enum Precision {
        YEAR,
        MONTH,
        DAY,
        SECOND
    }

    /** Returns the moment, in the given zone if the file names no offset. */
    public Instant toInstant(ZoneId zone) {
        return offset == null ? local.atZone(zone).toInstant() : local.toInstant(offset);
    }

    @Override
    public String toString() {
        return local + (offset == null ? "" : offset.toString());
    }

    /** Reads a time. Zeros, as cameras without a set clock write them, are no time. */
    public static Optional<PhotoTime> parse(String text) {
        var match = TEXT.matcher(text.strip());
        try {
            return match.matches() ? Optional.of(read(match)).filter(time -> time.local.getYear() >= 1000) : Optional.empty();
        } catch (DateTimeException outOfRange) {
            return Optional.empty();
        }
    }

    PhotoTime withOffset(@Nullable ZoneOffset known) {
        return offset == null ? new PhotoTime(local, known, precision) : this;
    }

    /**
     * Adds what this time leaves open and another record of the same moment tells: the month, the day, the time of the day, or
     * the offset. IPTC often has the day alone, and XMP no offset.
     */
    PhotoTime completedBy(PhotoTime other) {
        var isDayAlone = offset == null && local.toLocalTime().equals(LocalTime.MIDNIGHT);
        var unit = precision == Precision.SECOND && isDayAlone ? Precision.DAY : precision;
        if (unit != Precision.SECOND) {
            return other.precision.compareTo(unit) >= 0 && isSame(unit, other) ? other : this;
        }
        var isSameTime = local.truncatedTo(ChronoUnit.SECONDS).equals(other.local.truncatedTo(ChronoUnit.SECONDS));
        return isSameTime ? withOffset(other.offset) : this;
    }

    private boolean isSame(Precision unit, PhotoTime other) {
        return switch (unit) {
            case YEAR -> local.getYear() == other.local.getYear();
            case MONTH -> YearMonth.from(local).equals(YearMonth.from(other.local));
            case DAY, SECOND -> local.toLocalDate().equals(other.local.toLocalDate());
        };
    }

    static Optional<ZoneOffset> parseOffset(String text) {
        try {
            return Optional.of(ZoneOffset.of(text.strip()));
        } catch (DateTimeException unknown) {
            return Optional.empty();
        }
    }

    /** Zeros and blanks stand for what is unknown. */
    private static PhotoTime read(Matcher match) {
        var month = number(match, 2);
        var day = month == 0 ? 0 : number(match, 3);
        var isTimeKnown = day > 0 && match.group(4) != null && !match.group(4).isBlank();
        var date = LocalDate.of(Integer.parseInt(match.group(1)), Math.max(1, month), Math.max(1, day));
        if (!isTimeKnown) {
            return new PhotoTime(date.atStartOfDay(), null,
                    month == 0 ? Precision.YEAR : day == 0 ? Precision.MONTH : Precision.DAY);
        }
        var nanos = match.group(7) == null ? 0 : Integer.parseInt((match.group(7) + "000000000").substring(0, 9));
        var second = number(match, 6) == LEAP_SECOND ? LEAP_SECOND - 1 : number(match, 6);
        return new PhotoTime(date.atTime(number(match, 4), number(match, 5), second, nanos),
                match.group(8) == null ? null : parseOffset(match.group(8)).orElse(null), Precision.SECOND);
    }

    private static int number(Matcher match, int group) {
        return match.group(group) == null || match.group(group).isBlank() ? 0 : Integer.parseInt(match.group(group));
    }
}
