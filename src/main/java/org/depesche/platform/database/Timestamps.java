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
 * Reads and writes instants as they are stored, in UTC, for hand-written row mappers.
 * {@code getObject(…, LocalDateTime.class)} is not used. The driver would convert it through the machine's time zone,
 * and shift the hour that this zone skips in spring.
 */
public final class Timestamps {

    /**
     * One calendar for each thread, because the driver modifies it. Creating one for each value took as long as reading
     * the value.
     */
    private static final ThreadLocal<Calendar> UTC = ThreadLocal.withInitial(Timestamps::utc);

    private Timestamps() {
    }

    /** Returns the instant of a column that is never null. */
    public static Instant at(ResultSet row, String column) throws SQLException {
        return row.getTimestamp(column, UTC.get()).toInstant();
    }

    /** Returns the instant of a column that is never null. */
    public static Instant at(ResultSet row, int column) throws SQLException {
        return row.getTimestamp(column, UTC.get()).toInstant();
    }

    /** Binds an instant to a parameter. */
    public static void bind(PreparedStatement statement, int position, Instant moment) throws SQLException {
        statement.setObject(position, LocalDateTime.ofInstant(moment, ZoneOffset.UTC));
    }

    /** Returns the instant of a column; empty for SQL's null. */
    public static Optional<Instant> find(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getTimestamp(column, UTC.get())).map(time -> time.toInstant());
    }

    /** Returns the instant of a column; empty for SQL's null. */
    public static Optional<Instant> find(ResultSet row, int column) throws SQLException {
        return Optional.ofNullable(row.getTimestamp(column, UTC.get())).map(time -> time.toInstant());
    }

    /** A proleptic Gregorian calendar, because days before 1582 would otherwise be Julian. */
    private static Calendar utc() {
        var calendar = new GregorianCalendar(TimeZone.getTimeZone("UTC"));
        calendar.setGregorianChange(new Date(Long.MIN_VALUE));
        return calendar;
    }
}
