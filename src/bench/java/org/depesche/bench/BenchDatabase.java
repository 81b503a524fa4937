package org.depesche.bench;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/** The service's embedded database, seen from beside: what it was asked, and how another service would get in. */
record BenchDatabase(int port, Path data) {

    /**
     * Statements since the server started.
     *
     * @param all transactions' ends and the like included
     */
    record StatementCounts(long all, long selects) {
    }

    StatementCounts statementCounts() {
        try (var connection = DriverManager.getConnection(url(), "depesche", password("application"));
                var statement = connection.createStatement();
                var rows = statement.executeQuery("show global status where Variable_name in ('Questions', 'Com_select')")) {
            var counts = new HashMap<String, Long>();
            while (rows.next()) {
                counts.put(rows.getString(1), rows.getLong(2));
            }
            return new StatementCounts(counts.get("Questions"), counts.get("Com_select"));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The settings of a service that takes this database for one of the operator's own. */
    Map<String, String> externalSettings() {
        return Map.of("QUARKUS_DATASOURCE_JDBC_URL", url(), "QUARKUS_DATASOURCE_USERNAME", "depesche",
                "QUARKUS_DATASOURCE_PASSWORD", password("application"), "QUARKUS_FLYWAY_USERNAME", "depesche_migration",
                "QUARKUS_FLYWAY_PASSWORD", password("migration"));
    }

    private String url() {
        return "jdbc:mariadb://127.0.0.1:" + port + "/depesche";
    }

    private String password(String account) {
        try {
            var accounts = new Properties();
            accounts.load(new StringReader(Files.readString(data.resolve("mariadb.accounts"))));
            return accounts.getProperty(account);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
