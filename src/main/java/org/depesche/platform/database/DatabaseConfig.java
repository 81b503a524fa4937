package org.depesche.platform.database;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The settings of transactions and of autocommit reads. */
@ConfigMapping(prefix = "depesche.database")
interface DatabaseConfig {

    /** The maximum number of attempts of a transaction that conflicts with others. */
    @WithDefault("12")
    int maxAttempts();

    /** The maximum pause before the second attempt. It doubles with each of the next four attempts. */
    @WithDefault("20ms")
    Duration retryDelay();

    /**
     * The number of connections for reads outside of transactions, in addition to those of the data source, and of the
     * threads that read with them. With 0 all reads run in transactions.
     */
    @WithDefault("4")
    int autocommitConnections();

    /** How long a statement waits for a database that does not answer. Its connection is closed then. */
    @WithDefault("3S")
    Duration stuckAfter();
}
