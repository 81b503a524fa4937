package org.depesche.platform.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.AgroalPoolInterceptor;
import io.agroal.api.cache.LocalConnectionCache;
import io.agroal.api.configuration.supplier.AgroalConnectionPoolConfigurationSupplier;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.transaction.TransactionIntegration;
import io.quarkus.arc.All;

/**
 * Connections that commit by themselves and take part in no transaction, otherwise like those of the data source. A pool of
 * their own, as one connection for both would be switched to and fro, a statement each time.
 */
@Singleton
public class AutocommitPool {

    private final AgroalDataSource pool;

    AutocommitPool(AgroalDataSource database, @All List<AgroalPoolInterceptor> interceptors, DatabaseConfig config)
            throws SQLException {
        var like = new AgroalConnectionPoolConfigurationSupplier(database.getConfiguration().connectionPoolConfiguration())
                .transactionIntegration(TransactionIntegration.none())
                // a copy has the other pool's, which gives a thread whatever it had last, in the middle of a transaction
                .connectionCache(LocalConnectionCache.single()).initialSize(0).minSize(0)
                .maxSize(Math.max(1, config.autocommitConnections()));
        this.pool = AgroalDataSource.from(new AgroalDataSourceConfigurationSupplier().connectionPoolConfiguration(like));
        pool.setPoolInterceptors(
                interceptors.stream().filter(interceptor -> !(interceptor instanceof AutocommitInterceptor)).toList());
    }

    Connection connection() throws SQLException {
        return pool.getConnection();
    }

    /** Gives none of the present connections out again: they lead to nowhere. */
    public void flush() {
        pool.flush(AgroalDataSource.FlushMode.ALL);
    }

    @PreDestroy
    void close() {
        pool.close();
    }
}
