package org.depesche.bootstrap.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;

import org.depesche.testkit.TestDatabaseSettings;
import org.depesche.testkit.TestFolders;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class EmbeddedMariaDbTest {

    private static final Path FOLDER = TestFolders.emptyFolder("embedded database test");
    private static EmbeddedMariaDb database;

    @BeforeAll
    static void start() {
        database = EmbeddedMariaDb.open(TestDatabaseSettings.fast(FOLDER)).start();
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @Test
    void theFolderIsLockedAgainstASecondInstance() {
        var settings = TestDatabaseSettings.fast(FOLDER);

        assertThatThrownBy(() -> EmbeddedMariaDb.open(settings)).isInstanceOf(CannotStart.class)
                .hasMessageContaining("in use by another Depesche (process " + ProcessHandle.current().pid() + ")")
                .hasMessageContaining("DEPESCHE_DATA_DIR");
    }

    @Test
    void onlyTheRightPasswordOpensAnAccount() {
        for (var account : new String[] { "depesche", "depesche_migration", "depesche_reader", "root", "" }) {
            assertThatThrownBy(() -> connect(account, "")).isInstanceOf(SQLException.class);
            assertThatThrownBy(() -> connect(account, "wrong")).isInstanceOf(SQLException.class);
        }
    }

    @Test
    void onlyTheOwnerMayReadThePasswords() throws IOException {
        var permissions = Files.getPosixFilePermissions(FOLDER.resolve("mariadb.accounts"));

        assertThat(PosixFilePermissions.toString(permissions)).isEqualTo("rw-------");
        assertThat(FOLDER.resolve("mariadb.init.sql")).doesNotExist();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void theServerSeesNothingOfTheServicesEnvironment() throws IOException {
        var server = ProcessHandle.current().descendants()
                .filter(process -> process.info().arguments().map(List::of).orElse(List.of()).toString()
                        .contains(FOLDER.toString()))
                .findAny().orElseThrow();

        var environment = Files.readString(Path.of("/proc", Long.toString(server.pid()), "environ"));

        assertThat(environment.split("\0")).isNotEmpty()
                .allMatch(variable -> variable.matches("(PATH|LANG|LC_ALL|TZ|TMPDIR|LD_LIBRARY_PATH)=.*|"));
        assertThat(System.getenv()).hasSizeGreaterThan(environment.split("\0").length);
    }

    @Test
    void theReaderMayOnlySelectPublicTables() throws SQLException {
        migrate("create or replace table published_article (id int)");
        migrate("create or replace table article (id int)");
        var reader = database.readerCredentials();

        try (var connection = connect(reader.get("username"), reader.get("password"))) {
            assertThat(value(connection, "select count(*) from published_article")).isEqualTo("0");
            assertThatThrownBy(() -> run(connection, "select * from article")).hasMessageContaining("denied");
            assertThatThrownBy(() -> run(connection, "insert into published_article values (1)"))
                    .hasMessageContaining("denied");
            assertThatThrownBy(() -> run(connection, "drop table published_article")).hasMessageContaining("denied");
            assertThatThrownBy(() -> run(connection, "create table tag (id int)")).hasMessageContaining("denied");
        }
    }

    @Test
    void theApplicationMayWriteButNotAlterReadFilesOrSeeOtherSchemas() throws SQLException {
        migrate("create or replace table letters (id int)");

        try (var connection = application()) {
            run(connection, "insert into letters values (1)");
            assertThatThrownBy(() -> run(connection, "drop table letters")).hasMessageContaining("denied");
            assertThatThrownBy(() -> run(connection, "select * from mysql.global_priv")).hasMessageContaining("denied");
            assertThatThrownBy(() -> run(connection, "select 1 into outfile '/tmp/x'")).hasMessageContaining("denied");
            assertThat(value(connection, "select load_file('/etc/passwd')")).isNull();
            assertThat(value(connection, "select @@local_infile")).isEqualTo("0");
        }
    }

    @Test
    void theServerUsesUtcAndUtf8AndStrictMode() throws SQLException {
        migrate("create or replace table short (word varchar(3))");

        try (var connection = application()) {
            assertThat(value(connection, "select @@global.time_zone")).isEqualTo("+00:00");
            assertThat(value(connection, "select @@character_set_server")).isEqualTo("utf8mb4");
            assertThat(value(connection, "select @@innodb_flush_log_at_trx_commit")).isEqualTo("0");
            assertThatThrownBy(() -> run(connection, "insert into short values ('long')")).hasMessageContaining("too long");
        }
    }

    private static void migrate(String statement) throws SQLException {
        var settings = database.quarkusSettings();
        try (var connection = connect(settings.get("quarkus.flyway.username"), settings.get("quarkus.flyway.password"))) {
            run(connection, statement);
        }
    }

    private static Connection application() throws SQLException {
        var settings = database.quarkusSettings();
        return connect(settings.get("quarkus.datasource.username"), settings.get("quarkus.datasource.password"));
    }

    private static Connection connect(String account, String password) throws SQLException {
        return DriverManager.getConnection(database.quarkusSettings().get("quarkus.datasource.jdbc.url"), account, password);
    }

    private static void run(Connection connection, String statement) throws SQLException {
        try (var prepared = connection.createStatement()) {
            prepared.execute(statement);
        }
    }

    private static String value(Connection connection, String query) throws SQLException {
        try (var prepared = connection.createStatement(); var rows = prepared.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
