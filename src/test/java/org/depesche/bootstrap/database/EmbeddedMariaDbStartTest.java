package org.depesche.bootstrap.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;

import org.depesche.testkit.TestDatabaseSettings;
import org.depesche.testkit.TestFolders;
import org.junit.jupiter.api.Test;

class EmbeddedMariaDbStartTest {

    @Test
    void aFileInPlaceOfTheFolderIsReported() throws IOException {
        var file = Files.createFile(TestFolders.emptyFolder("embedded-start").resolve("file"));

        assertThatThrownBy(() -> EmbeddedMariaDb.open(TestDatabaseSettings.fast(file))).isInstanceOf(CannotStart.class)
                .hasMessageContaining(file.toString()).hasMessageContaining("a file of that name is in the way");
    }

    @Test
    void aFolderWithoutPermissionIsReported() throws IOException {
        assumeFalse("root".equals(System.getProperty("user.name")), "root may write everywhere");
        var folder = TestFolders.emptyFolder("embedded-start").resolve("locked");
        Files.createDirectory(folder);
        assertThat(folder.toFile().setWritable(false)).isTrue();

        assertThatThrownBy(() -> EmbeddedMariaDb.open(TestDatabaseSettings.fast(folder))).isInstanceOf(CannotStart.class)
                .hasMessageContaining("permission denied").hasMessageContaining("DEPESCHE_DATA_DIR");
    }

    @Test
    void aTakenPortIsReportedAndLeavesNoProcess() throws IOException {
        var folder = TestFolders.emptyFolder("embedded-start");
        try (var taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            try (var database = EmbeddedMariaDb.open(onPort(folder, taken.getLocalPort()))) {
                assertThatThrownBy(database::start).isInstanceOf(CannotStart.class)
                        .hasMessageContaining("could not have port " + taken.getLocalPort());
            }
        }

        assertThat(folder.resolve("mariadb.pid")).doesNotExist();
        EmbeddedMariaDb.open(TestDatabaseSettings.fast(folder)).start().close();
    }

    @Test
    void aClosedDatabaseDoesNotStart() {
        var database = EmbeddedMariaDb.open(TestDatabaseSettings.fast(TestFolders.emptyFolder("embedded-start")));

        database.close();

        assertThatThrownBy(database::start).isInstanceOf(CannotStart.class);
    }

    @Test
    void aReusedProcessIdIsNoOrphan() throws IOException {
        var file = TestFolders.emptyFolder("embedded-start").resolve("pid");
        var self = ProcessHandle.current();

        new PidFile(file).write(self);
        assertThat(new PidFile(file).findOrphan()).contains(self);
        Files.writeString(file, self.pid() + " " + self.info().startInstant().orElseThrow().minus(Duration.ofMinutes(1))
                .toEpochMilli());

        assertThat(new PidFile(file).findOrphan()).isEmpty();
        Files.writeString(file, "rubbish");
        assertThat(new PidFile(file).findOrphan()).isEmpty();
    }

    @Test
    void aServerThatEndsByItselfIsStartedAgainOnItsPort() throws Exception {
        var folder = TestFolders.emptyFolder("embedded-restart");
        try (var database = EmbeddedMariaDb.open(TestDatabaseSettings.fast(folder)).start()) {
            database.keepRunning(() -> {
            });
            var first = new PidFile(folder.resolve("mariadb.pid")).findOrphan().orElseThrow();

            first.destroyForcibly();

            await().atMost(Duration.ofMinutes(2)).until(() -> new PidFile(folder.resolve("mariadb.pid")).findOrphan()
                    .filter(second -> second.pid() != first.pid()).isPresent() && canLogIn(database));
        }
        assertThat(folder.resolve("mariadb.pid")).doesNotExist();
    }

    private static boolean canLogIn(EmbeddedMariaDb database) {
        var settings = database.quarkusSettings();
        try (var connection = DriverManager.getConnection(settings.get("quarkus.datasource.jdbc.url"),
                settings.get("quarkus.datasource.username"), settings.get("quarkus.datasource.password"))) {
            return connection.isValid(5);
        } catch (SQLException notYet) {
            return false;
        }
    }

    private static EmbeddedDatabaseConfig onPort(Path folder, int port) {
        var fast = TestDatabaseSettings.fast(folder);
        return new EmbeddedDatabaseConfig(fast.dataDir(), fast.binaries(), port, fast.bufferPool(), fast.redoLog(),
                fast.maxConnections(), fast.durable(), fast.startTimeout(), fast.stopTimeout(),
                fast.maxRestarts());
    }
}
