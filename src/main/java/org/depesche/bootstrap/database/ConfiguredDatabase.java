package org.depesche.bootstrap.database;

import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

import org.eclipse.microprofile.config.Config;
import org.mariadb.jdbc.Driver;

/** Checks the accounts of a database that the operator provides. */
public final class ConfiguredDatabase {

    private static final String URL = "quarkus.datasource.jdbc.url";
    /** The error codes of MariaDB: access denied to the server or to the database, and no such database. */
    private static final Set<Integer> REFUSALS = Set.of(1044, 1045, 1049, 1698);

    private ConfiguredDatabase() {
    }

    /**
     * Logs in with the configured accounts. Quarkus would try a wrong password again and again, and print stack traces. A
     * server that does not answer is no mistake: in a cluster it may start later.
     *
     * @throws CannotStart if the server refuses an account
     */
    public static void check(Config config) {
        check(config, config.getOptionalValue(URL, String.class), "quarkus.datasource");
        var ofMigrations = config.getOptionalValue("quarkus.flyway.jdbc-url", String.class)
                .or(() -> config.getOptionalValue(URL, String.class));
        check(config, ofMigrations, "quarkus.flyway");
    }

    private static void check(Config config, Optional<String> url, String prefix) {
        var user = config.getOptionalValue(prefix + ".username", String.class);
        if (url.isEmpty() || user.isEmpty() || !url.get().startsWith("jdbc:mariadb:")) {
            return;
        }
        var login = new Properties();
        login.setProperty("user", user.get());
        login.setProperty("password", config.getOptionalValue(prefix + ".password", String.class).orElse(""));
        login.setProperty("connectTimeout", "2000");
        login.setProperty("socketTimeout", "5000");
        try (var connection = new Driver().connect(url.get(), login)) {
            connection.isValid(1);
        } catch (SQLException e) {
            if (REFUSALS.contains(e.getErrorCode())) {
                throw new CannotStart("the database refuses the account of %s.username and %1$s.password: %s".formatted(prefix,
                        e.getMessage().replaceFirst("^\\(conn=\\d+\\) ", "")));
            }
        }
    }
}
