package org.depesche.platform.database;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Calendar;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.Optional;
import java.util.TimeZone;

/**
 * Reads and writes moments as they are stored, in UTC; for row mappers written by hand. Not
 * {@code getObject(…, LocalDateTime.class)}: the
 * driver leads that through the machine's own time zone and moves the hour which that zone skips in spring.
 */
public final class Timestamps {

    /** Each thread its own, as the driver sets it; made anew for each moment it took as long as the reading. */
    private static final ThreadLocal<Calendar> UTC = ThreadLocal.withInitial(Timestamps::utc);

    private Timestamps() {
    }

    public static Instant at(ResultSet row, String column) throws SQLException {
        return row.getTimestamp(column, UTC.get()).toInstant();
    }

    public static Instant at(ResultSet row, int column) throws SQLException {
        return row.getTimestamp(column, UTC.get()).toInstant();
    }

    public static void bind(PreparedStatement statement, int position, Instant moment) throws SQLException {
        statement.setObject(position, LocalDateTime.ofInstant(moment, ZoneOffset.UTC));
    }

    public static Optional<Instant> find(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getTimestamp(column, UTC.get())).map(time -> time.toInstant());
    }

    static Optional<Instant> find(ResultSet row, int column) throws SQLException {
        return Optional.ofNullable(row.getTimestamp(column, UTC.get())).map(time -> time.toInstant());
    }

    /** Gregorian for ever, or days before 1582 would be those of Julius Caesar. */
    private static Calendar utc() {
        var calendar = new GregorianCalendar(TimeZone.getTimeZone("UTC"));
        calendar.setGregorianChange(new Date(Long.MIN_VALUE));
        return calendar;
    }
}
