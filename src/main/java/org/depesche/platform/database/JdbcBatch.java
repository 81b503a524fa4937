package org.depesche.platform.database;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.UUID;

import org.depesche.kernel.Uuid7;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.jspecify.annotations.Nullable;

/**
 * Writes many rows with one statement, in few packets. Does not use Jdbi, whose look-up of each value's binding costs
 * more than sending the value when an import writes ten thousand small rows a second.
 */
public final class JdbcBatch {

    /** Slightly below the size of the driver's buffer. For a single byte more the driver allocates 16 MiB, each time. */
    private static final int PACKET_BYTES = 900_000;

    private JdbcBatch() {
    }

    /** Binds a row: the values in the order of the statement's parameters, each exactly once. */
    @FunctionalInterface
    public interface Binding<T> {
        void bind(Row row, T value) throws SQLException;
    }

    /** Writes the rows. Does nothing when there are none. */
    public static <T> void write(Handle handle, String sql, Iterable<T> values, Binding<T> binding) {
        var first = values.iterator();
        if (!first.hasNext()) {
            return;
        }
        try (var statement = handle.getConnection().prepareStatement(sql)) {
            var row = new Row(statement);
            for (var value : values) {
                binding.bind(row, value);
                row.endRow();
            }
            row.flush();
        } catch (SQLException e) {
            throw new UnableToExecuteStatementException(sql, e, null);
        }
    }

    /** The row that is being bound. Each method binds the next parameter; null becomes SQL's null. */
    public static final class Row {

        private final PreparedStatement statement;
        private int position;
        private int pendingBytes;
        private int pendingRows;

        private Row(PreparedStatement statement) {
            this.statement = statement;
        }

        public Row text(@Nullable String text) throws SQLException {
            pendingBytes += text == null ? 1 : 2 * text.length();
            statement.setString(++position, text);
            return this;
        }

        public Row bytes(byte @Nullable [] bytes) throws SQLException {
            pendingBytes += bytes == null ? 1 : bytes.length;
            statement.setBytes(++position, bytes);
            return this;
        }

        public Row id(@Nullable UUID id) throws SQLException {
            return bytes(id == null ? null : Uuid7.bytes(id));
        }

        public Row number(long number) throws SQLException {
            statement.setLong(++position, number);
            return this;
        }

        public Row number(@Nullable Number number) throws SQLException {
            if (number == null) {
                statement.setNull(++position, Types.BIGINT);
            } else if (number instanceof Double decimal) {
                statement.setDouble(++position, decimal);
            } else {
                statement.setLong(++position, number.longValue());
            }
            return this;
        }

        public Row flag(boolean flag) throws SQLException {
            statement.setBoolean(++position, flag);
            return this;
        }

        public Row timestamp(@Nullable Instant moment) throws SQLException {
            if (moment == null) {
                statement.setNull(++position, Types.TIMESTAMP);
            } else {
                statement.setObject(++position,
                        LocalDateTime.ofEpochSecond(moment.getEpochSecond(), moment.getNano(), ZoneOffset.UTC));
            }
            return this;
        }

        private void endRow() throws SQLException {
            statement.addBatch();
            pendingRows++;
            pendingBytes += 9 * position;
            position = 0;
            if (pendingBytes > PACKET_BYTES * 9 / 10) {
                flush();
            }
        }

        private void flush() throws SQLException {
            if (pendingRows > 0) {
                statement.executeBatch();
            }
            pendingRows = 0;
            pendingBytes = 0;
        }
    }
}
