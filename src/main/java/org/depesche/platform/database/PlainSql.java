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
public class PlainSql {

    private final AgroalDataSource database;
    private final GlancePool pool;
    private final Glances glances;

    PlainSql(AgroalDataSource database, GlancePool pool, Glances glances) {
        this.database = database;
        this.pool = pool;
        this.glances = glances;
    }

    /** Gives the statement its values. */
    @FunctionalInterface
    public interface Values {
        void bind(PreparedStatement statement) throws SQLException;
    }

    /** Reads all of a result. */
    @FunctionalInterface
    public interface Reading<T> {
        T of(ResultSet rows) throws SQLException;
    }

    /** @throws ConnectionException as Jdbi does, whatever the database has against it */
    public <T> T query(String sql, Values values, Reading<T> reading) {
        try (var connection = connection(); var statement = connection.prepareStatement(sql)) {
            values.bind(statement);
            try (var rows = statement.executeQuery()) {
                return reading.of(rows);
            }
        } catch (SQLException e) {
            throw new ConnectionException(e);
        }
    }

    private Connection connection() throws SQLException {
        return glances.take() ? pool.connection() : database.getConnection();
    }
}
