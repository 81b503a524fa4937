package org.depesche.platform.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** The publication's time zone. Formats times in this zone, and interprets times without an offset in it. */
@ApplicationScoped
public class PublicationZone {

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 9999;
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern LOCAL_TIME = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,9})?)?");
    private static final Pattern TIMESTAMP = Pattern
            .compile("\\d{4}-\\d{2}-\\d{2}[Tt]\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,9})?)?([Zz]|[+-]\\d{2}:\\d{2})");

    private final ZoneId zone;

    @Inject
    PublicationZone(HttpConfig config) {
        this(config.timeZone());
    }

    public PublicationZone(ZoneId zone) {
        this.zone = zone;
    }

    public ZoneId zone() {
        return zone;
    }

    /** Returns the time as responses show it: whole seconds, and an offset of whole minutes as RFC 3339 requires. */
    public OffsetDateTime toOffsetDateTime(Instant instant) {
        var exact = zone.getRules().getOffset(instant);
        var minutes = ZoneOffset.ofTotalSeconds(Math.floorDiv(exact.getTotalSeconds(), 60) * 60);
        return instant.atOffset(minutes).truncatedTo(ChronoUnit.SECONDS);
    }

    /**
     * Formats as RFC 3339 with seconds, in this zone. {@code OffsetDateTime.toString()} would drop {@code :00}. A {@code
     * DateTimeFormatter} is not used, because a page formats thirty times and more.
     */
    public String format(Instant instant) {
        var time = toOffsetDateTime(instant);
        var text = new StringBuilder(25).append(time.toLocalDate()).append('T');
        twoDigits(text, time.getHour()).append(':');
        twoDigits(text, time.getMinute()).append(':');
        return twoDigits(text, time.getSecond()).append(time.getOffset().getId()).toString();
    }

    private static StringBuilder twoDigits(StringBuilder text, int number) {
        return text.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
    }

    /**
     * Parses a timestamp with offset, a local time of this zone, or a date (its first instant in this zone). Empty for
     * other text, for local times that a clock change skips or repeats, and for years outside 1900 to 9999.
     */
    public Optional<Instant> read(String text) {
        try {
            return parse(text).filter(this::isWithinYears);
        } catch (DateTimeException notATime) {
            return Optional.empty();
        }
    }

    private Optional<Instant> parse(String text) {
        if (DATE.matcher(text).matches()) {
            return Optional.of(LocalDate.parse(text).atStartOfDay(zone).toInstant());
        }
        if (LOCAL_TIME.matcher(text).matches()) {
            return unambiguous(LocalDateTime.parse(text));
        }
        if (TIMESTAMP.matcher(text).matches()) {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        }
        return Optional.empty();
    }

    private Optional<Instant> unambiguous(LocalDateTime local) {
        var offsets = zone.getRules().getValidOffsets(local);
        return offsets.size() == 1 ? Optional.of(local.toInstant(offsets.get(0))) : Optional.empty();
    }

    /** Checks the year in this zone and in UTC: responses show the first, the database stores the second. */
    private boolean isWithinYears(Instant instant) {
        var localYear = instant.atZone(zone).getYear();
        return localYear >= FIRST_YEAR && localYear <= LAST_YEAR && instant.atOffset(ZoneOffset.UTC).getYear() <= LAST_YEAR;
    }
}
