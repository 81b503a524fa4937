package org.depesche.platform.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.UUID;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import org.depesche.kernel.Uuid7;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.mapper.ColumnMapper;
import org.jdbi.v3.core.statement.DefaultStatementBuilder;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.transaction.CMTTransactionHandler;

import io.agroal.api.AgroalDataSource;

/** Produces Jdbi on the connection of the running transaction, with ids as binary(16) and instants as UTC datetime(6). */
class JdbiProducer {

    @Produces
    @Singleton
    Jdbi jdbi(AgroalDataSource database, AutocommitReads autocommitReads) {
        return Jdbi.create(() -> connection(database, autocommitReads))
                // JTA manages transactions: Jdbi must neither begin nor commit them
                .setTransactionHandler(new CMTTransactionHandler())
                .setStatementBuilderFactory(connection -> new BatchStatementBuilder())
                .registerArgument(new UuidArgument())
                .registerArgument(new InstantArgument())
                .registerColumnMapper(UUID.class, uuids())
                .registerColumnMapper(Instant.class, instants());
    }

    private static Connection connection(AgroalDataSource database, AutocommitReads autocommitReads) throws SQLException {
        autocommitReads.requireTransaction();
        return database.getConnection();
    }

    private static ColumnMapper<UUID> uuids() {
        return (row, column, context) -> {
            var bytes = row.getBytes(column);
            return bytes == null ? null : Uuid7.of(bytes);
        };
    }

    private static ColumnMapper<Instant> instants() {
        return (row, column, context) -> Timestamps.find(row, column).orElse(null);
    }

    /**
     * Jdbi sets the type of the result set, which this driver takes for a request for generated keys. The driver then
     * sends a batch as single statements instead of one packet. The driver's default is the same type.
     */
    private static final class BatchStatementBuilder extends DefaultStatementBuilder {

        @Override
        public PreparedStatement create(Connection connection, String sql, StatementContext context) throws SQLException {
            return context.isReturningGeneratedKeys() || context.isConcurrentUpdatable()
                    ? super.create(connection, sql, context)
                    : connection.prepareStatement(sql);
        }
    }

    private static final class UuidArgument extends AbstractArgumentFactory<UUID> {

        UuidArgument() {
            super(Types.BINARY);
        }

        @Override
        protected Argument build(UUID value, ConfigRegistry config) {
            return (position, statement, context) -> statement.setBytes(position, Uuid7.bytes(value));
        }
    }

    private static final class InstantArgument extends AbstractArgumentFactory<Instant> {

        InstantArgument() {
            super(Types.TIMESTAMP);
        }

        @Override
        protected Argument build(Instant value, ConfigRegistry config) {
            return (position, statement, context) -> Timestamps.bind(statement, position, value);
        }
    }
}
