package org.depesche.delivery.change;

import java.sql.SQLException;
import java.util.OptionalLong;

import org.depesche.platform.http.ChangeLogPositionTracker;
import org.jdbi.v3.core.Jdbi;

/** A change log whose database went away after its end was read. */
public final class UnreachableChangeLog {

    private UnreachableChangeLog() {
    }

    public static ChangeLog endingAt(long sequence) {
        var database = Jdbi.create(() -> {
            throw new SQLException("the database is away");
        });
        return new ChangeLog(new ChangeLogRepository(database, null, null), new LastKnownPosition(sequence), null, null);
    }

    private record LastKnownPosition(long sequence) implements ChangeLogPositionTracker {

        @Override
        public OptionalLong latest() {
            return OptionalLong.of(sequence);
        }

        @Override
        public long lastFollowed() {
            return sequence;
        }

        @Override
        public Position readAndRecord() {
            return new Position(sequence, sequence);
        }

        @Override
        public Position confirmed() {
            return readAndRecord();
        }

        @Override
        public void set(Position position) {
            throw new UnsupportedOperationException();
        }
    }
}
