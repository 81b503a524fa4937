package org.depesche.media.metadata;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * When a picture was taken. Many cameras do not know their time zone.
 *
 * @param local the clock of the camera; a missing month, day or time is the first one
 * @param offset from UTC, null if unknown
 */
public record PhotoTime(LocalDateTime local, @Nullable ZoneOffset offset) {

    /** ISO 8601 as in XMP, and the colons and blanks of Exif and IIM. */
    private static final Pattern TEXT = Pattern.compile("(\\d{4})(?:[-:]?(\\d{2})(?:[-:]?(\\d{2}))?)?"
            + "(?:[T ]?(\\d{2}):?(\\d{2})(?::?(\\d{2})(?:[.,](\\d{1,9}))?)?\\s*(Z|[+-]\\d{2}:?\\d{2})?)?");

    /** Returns the moment, in the given zone if the file names no offset. */
    public Instant toInstant(ZoneId zone) {
        return offset == null ? local.atZone(zone).toInstant() : local.toInstant(offset);
    }

    @Override
    public String toString() {
        return local + (offset == null ? "" : offset.toString());
    }

    /** Reads a time. Zeros, as cameras without a set clock write them, are no time. */
    static Optional<PhotoTime> parse(String text) {
        var match = TEXT.matcher(text.strip());
        try {
            return match.matches() ? Optional.of(read(match)).filter(time -> time.local.getYear() >= 1000) : Optional.empty();
        } catch (DateTimeException outOfRange) {
            return Optional.empty();
        }
    }

    PhotoTime withOffset(@Nullable ZoneOffset known) {
        return offset == null ? new PhotoTime(local, known) : this;
    }

    /**
     * Adds what this time leaves open and another record of the same moment tells: the time of the day, or the offset. IPTC
     * often has the day alone, and XMP no offset.
     */
    PhotoTime completedBy(PhotoTime other) {
        var isDayAlone = offset == null && local.toLocalTime().equals(LocalTime.MIDNIGHT);
        var isSameDay = local.toLocalDate().equals(other.local.toLocalDate());
        var isSameTime = local.truncatedTo(ChronoUnit.SECONDS).equals(other.local.truncatedTo(ChronoUnit.SECONDS));
        return isDayAlone && isSameDay ? other : isSameTime ? withOffset(other.offset) : this;
    }

    static Optional<ZoneOffset> parseOffset(String text) {
        try {
            return Optional.of(ZoneOffset.of(text.strip()));
        } catch (DateTimeException unknown) {
            return Optional.empty();
        }
    }

    private static PhotoTime read(Matcher match) {
        var nanos = match.group(7) == null ? 0 : Integer.parseInt((match.group(7) + "000000000").substring(0, 9));
        var local = LocalDateTime.of(Integer.parseInt(match.group(1)), number(match, 2, 1), number(match, 3, 1),
                number(match, 4, 0), number(match, 5, 0), number(match, 6, 0), nanos);
        return new PhotoTime(local, match.group(8) == null ? null : ZoneOffset.of(match.group(8)));
    }

    private static int number(Matcher match, int group, int missing) {
        return match.group(group) == null ? missing : Integer.parseInt(match.group(group));
    }
}
