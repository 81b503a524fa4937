package org.depesche.platform.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

import jakarta.inject.Singleton;

import org.jdbi.v3.core.ConnectionException;

import io.agroal.api.AgroalDataSource;

/**
 * JDBC itself, on the very connection of the running transaction or at a glance: for the few statements that stand behind
 * nearly every answer. What Jdbi prepares anew for each use cost as much there as the driver.
 */
@Singleton
public class JdbcReader {

    private final AgroalDataSource database;
    private final AutocommitPool pool;
    private final AutocommitReads glances;

    JdbcReader(AgroalDataSource database, AutocommitPool pool, AutocommitReads glances) {
        this.database = database;
        this.pool = pool;
        this.glances = glances;
    }

    /** Gives the statement its values. */
    @FunctionalInterface
    public interface StatementBinder {
        void bind(PreparedStatement statement) throws SQLException;
    }

    /** Reads all of a result. */
    @FunctionalInterface
    public interface ResultSetExtractor<T> {
        T extract(ResultSet rows) throws SQLException;
    }

    /** @throws ConnectionException as Jdbi does, whatever the database has against it */
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

    private Connection connection() throws SQLException {
        return glances.addStatement() ? pool.connection() : database.getConnection();
    }
}
