package org.depesche.platform.database;

import java.time.Duration;

import jakarta.inject.Singleton;

import io.quarkus.logging.Log;

/**
 * Whether the database answers. The follower of the change log reports it several times a second, so that requests,
 * readiness checks and workers need not find out by a wait of their own.
 */
@Singleton
public class DatabaseConnectivity {

    private final Duration stuckAfter;
    private volatile boolean isAway;

    DatabaseConnectivity(DatabaseConfig config) {
        this.stuckAfter = config.stuckAfter();
    }

    /** Whether the database is known to be away: no statement should be tried. */
    public boolean isAway() {
        return isAway;
    }

    /**
     * Reports that the database does not answer. While it stays so, each report ends the statements that have been waiting
     * for too long: a frozen server never ends a connection by itself.
     */
    public void reportAway() {
        if (!isAway) {
            isAway = true;
            Log.warn("The database does not answer; only cached responses are served until it does");
        }
        var ended = WatchedSocket.closeThoseReadingLongerThan(stuckAfter);
        if (ended > 0) {
            Log.warnf("Ended statements that the database did not answer, count=%d", ended);
        }
    }

    /** Reports that the database has answered. */
    public void reportBack() {
        if (isAway) {
            isAway = false;
            Log.info("The database answers again");
        }
    }
}
