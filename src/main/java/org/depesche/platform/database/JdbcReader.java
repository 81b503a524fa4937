package org.depesche.platform.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;

import jakarta.inject.Singleton;

import org.jdbi.v3.core.ConnectionException;

import io.agroal.api.AgroalDataSource;

/**
 * Runs queries with plain JDBC, on the connection of the running transaction or with autocommit. It is for the few
 * statements of nearly every response, where Jdbi's preparation of each statement cost as much as the driver.
 */
@Singleton
public class JdbcReader {

    private static final long NANOS_BELOW_A_SECOND = 999_999_999;

    private final AgroalDataSource database;
    private final AutocommitPool pool;
    private final AutocommitReads autocommitReads;

    JdbcReader(AgroalDataSource database, AutocommitPool pool, AutocommitReads autocommitReads) {
        this.database = database;
        this.pool = pool;
        this.autocommitReads = autocommitReads;
    }

    /** Binds the parameters of a statement. */
    @FunctionalInterface
    public interface StatementBinder {
        void bind(PreparedStatement statement) throws SQLException;
    }

    /** Reads a result. */
    @FunctionalInterface
    public interface ResultSetExtractor<T> {
        T extract(ResultSet rows) throws SQLException;
    }

    /**
     * Runs a query.
     * @throws ConnectionException for any failure, as Jdbi does
     */
    public <T> T query(String sql, StatementBinder values, ResultSetExtractor<T> reading) {
        try (var connection = connection(); var statement = connection.prepareStatement(sql)) {
            values.bind(statement);
            try (var rows = statement.executeQuery()) {
                return reading.extract(rows);
            }
        } catch (SQLException e) {
            throw new ConnectionException(e);
        }
    }

    /**
     * Returns the timeout of a statement in whole seconds, as JDBC takes it. It is rounded up, because zero is no timeout: zero
     * itself is returned for a statement without one.
     */
    public static int timeoutSeconds(Duration timeout) {
        return (int) Math.min(Integer.MAX_VALUE, timeout.plusNanos(NANOS_BELOW_A_SECOND).toSeconds());
    }

    private Connection connection() throws SQLException {
        return autocommitReads.addStatement() ? pool.connection() : database.getConnection();
    }
}
