package org.depesche.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.StringReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import java.util.regex.Pattern;

import org.depesche.testkit.PackagedService;
import org.depesche.testkit.TestFolders;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PackagedServiceIT {

    private static final Pattern DATABASE_PORT = Pattern.compile("Embedded MariaDB .* port=(\\d+)");

    private static final String USER = "depesche-it";
    private static boolean userMade;

    private Path folder;

    @BeforeEach
    void createFolder() {
        folder = TestFolders.emptyFolder("packaged service");
    }

    @AfterEach
    void noDatabaseIsLeft() {
        var left = PackagedService.databasesIn(folder);
        left.forEach(ProcessHandle::destroyForcibly);
        await().until(() -> PackagedService.databasesIn(folder).isEmpty());
        assertThat(left).isEmpty();
    }

    @Test
    void anEmptyFolderIsEnoughForOneInstanceAndAStopLeavesNoDatabase() throws Exception {
        var data = folder.resolve("not yet/there");
        try (var service = PackagedService.in(data).withoutClassArchive().start()) {
            assertThat(service.get("/q/health/live")).contains("UP");
            assertThat(service.get("/q/metrics")).contains("agroal_active_count");
            await().untilAsserted(() -> assertThat(service.output())
                    .contains("Depesche is ready: http://localhost:" + service.port() + "/docs"));
            // what warns at each start is read by nobody
            assertThat(service.output()).doesNotContain(" WARN ", " ERROR ", "[warning]");
            assertThat(PackagedService.databasesIn(data)).hasSize(1);

            assertASecondInstanceIsRefused(data);

            assertThat(service.awaitReady()).isNotNull();
            assertThat(service.stop()).isEqualTo(143);
            assertThat(PackagedService.databasesIn(data)).isEmpty();
            assertThat(data.resolve("mariadb.pid")).doesNotExist();
            assertThat(service.output()).doesNotContain("\tat ");
        }
    }

    private static void assertASecondInstanceIsRefused(Path data) {
        try (var second = PackagedService.in(data).launch()) {
            assertThat(second.awaitExit()).isEqualTo(1);
            assertThat(second.output()).contains("Depesche cannot start: the data folder " + data + " is in use by another")
                    .doesNotContain("\tat ");
        }
    }

    /** One folder all along, because each start of the service takes seconds. */
    @Test
    void aKilledServiceKeepsItsDataAndASchemaOfANewerReleaseIsReportedInALine() throws Exception {
        var killed = PackagedService.in(folder).start();
        try (var connection = database(killed)) {
            connection.createStatement().execute("insert into lease values ('kept', repeat('0', 16), '2026-01-01')");
        }
        killed.kill();

        killTogetherWithItsDatabase(startedAgainBesideAnOrphan());

        try (var again = PackagedService.in(folder).start()) {
            assertThat(again.output()).doesNotContain("killed instance left behind");
            assertThat(PackagedService.databasesIn(folder)).hasSize(1);
            assertKept(again);
            pretendThatANewerReleaseWasHere(again);
        }
        assertTheNewerSchemaIsReported();
    }

    private PackagedService startedAgainBesideAnOrphan() throws Exception {
        var orphan = PackagedService.databasesIn(folder);
        assertThat(orphan).hasSize(1);
        var again = PackagedService.in(folder).start();
        assertThat(PackagedService.databasesIn(folder)).hasSize(1).doesNotContainAnyElementsOf(orphan);
        assertKept(again);
        return again;
    }

    private void killTogetherWithItsDatabase(PackagedService service) {
        service.kill();
        PackagedService.databasesIn(folder).forEach(database -> {
            database.destroyForcibly();
            database.onExit().join();
        });
    }

    private void assertKept(PackagedService service) throws SQLException, IOException {
        try (var connection = database(service)) {
            var rows = connection.createStatement().executeQuery("select count(*) from lease where name = 'kept'");
            assertThat(rows.next()).isTrue();
            assertThat(rows.getInt(1)).isEqualTo(1);
        }
    }

    private void pretendThatANewerReleaseWasHere(PackagedService service) throws SQLException, IOException {
        try (var connection = database(service, "depesche_migration")) {
            connection.createStatement()
                    .execute("insert into flyway_schema_history (installed_rank, version, description, type,"
                            + " script, checksum, installed_by, installed_on, execution_time, success)"
                            + " values (999, '999', 'later', 'SQL', 'V999__later.sql', 1, 'Depesche 9.9', '2031-01-01', 1, "
                            + "true)");
        }
    }

    private void assertTheNewerSchemaIsReported() {
        try (var older = PackagedService.in(folder).launch()) {
            assertThat(older.awaitExit()).isEqualTo(1);
            assertThat(older.output()).containsPattern("Depesche cannot start: the database has schema version 999, which "
                    + "Depesche 9.9 wrote at 2031-01-01").doesNotContain("\tat ", "repair");
        }
    }

    @Test
    void anUnknownTimeZoneIsReportedInOneLine() {
        try (var service = PackagedService.in(folder).withEnvironment("DEPESCHE_TIME_ZONE", "Europe/Berln").launch()) {
            assertThat(service.awaitExit()).isEqualTo(1);
            assertThat(service.output().strip()).isEqualTo("Depesche cannot start: depesche.time-zone: there is no time zone "
                    + "\"Europe/Berln\"; did you mean Europe/Berlin?");
        }
    }

    @Test
    void aPortInUseIsReportedInALineBeforeTheDatabaseIsCreated() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
                var service = PackagedService.in(folder)
                        .withEnvironment("QUARKUS_HTTP_PORT", Integer.toString(taken.getLocalPort())).launch()) {
            assertThat(service.awaitExit()).isEqualTo(1);
            assertThat(service.output().strip()).matches("Depesche cannot start: port " + taken.getLocalPort() + " of .*")
                    .doesNotContain("\n");
            assertThat(folder.resolve("mariadb")).doesNotExist();
            assertThat(PackagedService.databasesIn(folder)).isEmpty();
        }
    }

    @Test
    void withAConfiguredDataSourceTheFolderContainsTheIndexOnly() throws Exception {
        try (var host = PackagedService.in(folder).start()) {
            var elsewhere = folder.resolve("elsewhere");
            var foreign = PackagedService.in(elsewhere).withEnvironment("QUARKUS_DATASOURCE_JDBC_URL", url(host));

            assertAWrongPasswordIsReportedInALine(foreign);

            try (var service = foreign.withEnvironment("QUARKUS_DATASOURCE_USERNAME", "depesche_migration")
                    .withEnvironment("QUARKUS_DATASOURCE_PASSWORD", accounts().getProperty("migration")).start()) {
                assertThat(elsewhere.toFile().list()).containsExactly("index");
                assertThat(service.output()).doesNotContain("Embedded MariaDB");
            }
        }
    }

    private static void assertAWrongPasswordIsReportedInALine(PackagedService.Launcher launcher) {
        try (var refused = launcher.withEnvironment("QUARKUS_DATASOURCE_USERNAME", "depesche")
                .withEnvironment("QUARKUS_DATASOURCE_PASSWORD", "wrong").launch()) {
            assertThat(refused.awaitExit()).isEqualTo(1);
            assertThat(refused.output().strip()).startsWith("Depesche cannot start: the database refuses the account of "
                    + "quarkus.datasource.username").contains("Access denied").doesNotContain("\n");
        }
    }

    @Test
    void anOrdinaryUserCanRunIt() throws Exception {
        assumeTrue("root".equals(System.getProperty("user.name")), "we are an ordinary user already");
        assumeTrue(userExists(), "no user to be had");
        assumeTrue(succeeds("setpriv", "--reuid=" + USER, "--regid=" + USER, "--clear-groups", "test", "-r",
                PackagedService.jar().toString()), "the working copy is not readable for other users");
        assertThat(succeeds("chown", USER + ":", folder.toString())).isTrue();

        var own = folder.resolve("own");
        var launcher = PackagedService.in(own).withEnvironment("DEPESCHE_EMBEDDED_DATABASE_BINARIES", own.toString())
                .withPrefix("setpriv", "--reuid=" + USER, "--regid=" + USER, "--clear-groups");
        try (var service = launcher.start()) {
            assertThat(service.output()).contains("Unpacking MariaDB");
            assertThat(Files.getOwner(own.resolve("mariadb/ibdata1")).getName()).isEqualTo(USER);
            assertThat(PackagedService.databasesIn(own)).hasSize(1).first().matches(
                    process -> process.info().user().orElseThrow().equals(USER));
        }
    }

    @AfterAll
    static void noUserIsLeft() throws InterruptedException {
        if (userMade) {
            succeeds("userdel", USER);
        }
    }

    private static boolean userExists() throws InterruptedException {
        userMade = !succeeds("id", USER) && succeeds("useradd", "--system", "--no-create-home", USER);
        return userMade || succeeds("id", USER);
    }

    private Connection database(PackagedService service) throws SQLException, IOException {
        return database(service, "depesche");
    }

    private Connection database(PackagedService service, String account) throws SQLException, IOException {
        return DriverManager.getConnection(url(service), account,
                accounts().getProperty(account.equals("depesche") ? "application" : "migration"));
    }

    private static String url(PackagedService service) {
        var line = DATABASE_PORT.matcher(service.output());
        assertThat(line.find()).isTrue();
        return "jdbc:mariadb://127.0.0.1:" + line.group(1) + "/depesche?sslMode=disable";
    }

    private Properties accounts() throws IOException {
        var accounts = new Properties();
        accounts.load(new StringReader(Files.readString(folder.resolve("mariadb.accounts"))));
        return accounts;
    }

    private static boolean succeeds(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command).redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor() == 0;
        } catch (IOException noSuchCommand) {
            return false;
        }
    }
}
