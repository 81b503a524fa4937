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
 * A pool of connections with autocommit, which take part in no transaction. Otherwise they equal those of the data
 * source. They have a pool of their own, because a shared connection would have to switch its mode, with a statement
 * each time.
 */
@Singleton
public class AutocommitPool {

    private final AgroalDataSource pool;
    private final int size;

    AutocommitPool(AgroalDataSource database, @All List<AgroalPoolInterceptor> interceptors, DatabaseConfig config)
            throws SQLException {
        var like = new AgroalConnectionPoolConfigurationSupplier(database.getConfiguration().connectionPoolConfiguration())
                .transactionIntegration(TransactionIntegration.none())
                // a copy would share the cache of the other pool, which returns a thread's last connection even within
                // a transaction
                .connectionCache(LocalConnectionCache.single()).initialSize(0).minSize(0)
                .maxSize(Math.max(1, config.autocommitConnections()));
        this.size = config.autocommitConnections();
        this.pool = AgroalDataSource.from(new AgroalDataSourceConfigurationSupplier().connectionPoolConfiguration(like));
        pool.setPoolInterceptors(
                interceptors.stream().filter(interceptor -> !(interceptor instanceof AutocommitInterceptor)).toList());
    }

    /** The number of connections. {@code 0} means that no read may use them. */
    public int size() {
        return size;
    }

    Connection connection() throws SQLException {
        return pool.getConnection();
    }

    /** Closes all idle connections, and the others when they are returned, because their network path is broken. */
    public void flush() {
        pool.flush(AgroalDataSource.FlushMode.ALL);
    }

    @PreDestroy
    void close() {
        pool.close();
    }
}
