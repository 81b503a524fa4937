package org.depesche.bootstrap.database;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Properties;

/** The passwords of the database's three accounts: random, in a file that only its owner can read. */
record DatabaseAccounts(String application, String migration, String reader) {

    /**
     * The tables that the reader account may read: public content only. They contain no working copies, no keys and no
     * audit log.
     */
    static final List<String> PUBLIC_TABLES = List.of("site", "category", "category_former_slug", "tag", "tag_former_slug",
            "author", "author_former_slug", "image", "collection", "collection_former_slug", "collection_article",
            "published_article", "published_list", "published_entry",
            "published_former_slug", "published_alias", "withdrawn_article", "article_pick", "change_counter", "change_log",
            "merged_name");

    private static final SecureRandom RANDOM = new SecureRandom();

    /**
     * Loads the passwords. Missing or invalid passwords are replaced, because every start sets the passwords in the
     * server again.
     */
    static DatabaseAccounts loadOrCreate(Path file) throws IOException {
        var stored = Files.isReadable(file) ? read(file) : new Properties();
        var accounts = new DatabaseAccounts(password(stored, "application"), password(stored, "migration"),
                password(stored, "reader"));
        PrivateFiles.write(file, accounts.text());
        return accounts;
    }

    private static Properties read(Path file) throws IOException {
        var properties = new Properties();
        properties.load(new StringReader(Files.readString(file, StandardCharsets.UTF_8)));
        return properties;
    }

    private static String password(Properties stored, String account) {
        var password = stored.getProperty(account, "");
        return password.matches("[A-Za-z0-9_-]{32,}") ? password : random();
    }

    private static String random() {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private String text() {
        return """
                # The embedded database's accounts: depesche, depesche_migration, depesche_reader
                application=%s
                migration=%s
                reader=%s
                """.formatted(application, migration, reader);
    }

    /**
     * Returns the statements that the server executes at every start, before it accepts connections. No account gets
     * FILE, SUPER or another schema.
     */
    String grantStatements() {
        return """
                CREATE DATABASE IF NOT EXISTS depesche CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
                CREATE OR REPLACE USER 'depesche'@'127.0.0.1' IDENTIFIED BY '%s';
                GRANT SELECT, INSERT, UPDATE, DELETE, CREATE TEMPORARY TABLES ON depesche.* TO 'depesche'@'127.0.0.1';
                CREATE OR REPLACE USER 'depesche_migration'@'127.0.0.1' IDENTIFIED BY '%s';
                GRANT ALL ON depesche.* TO 'depesche_migration'@'127.0.0.1';
                CREATE OR REPLACE USER 'depesche_reader'@'127.0.0.1' IDENTIFIED BY '%s';
                %s""".formatted(application, migration, reader,
                PUBLIC_TABLES.stream().map(DatabaseAccounts::grantRead).collect(joining()));
    }

    /**
     * The migrations create the tables later. MariaDB only allows a grant on a missing table if the grant includes
     * CREATE, so CREATE is revoked afterwards.
     */
    private static String grantRead(String table) {
        return """
                GRANT SELECT, CREATE ON depesche.%1$s TO 'depesche_reader'@'127.0.0.1';
                REVOKE CREATE ON depesche.%1$s FROM 'depesche_reader'@'127.0.0.1';
                """.formatted(table);
    }

    @Override
    public String toString() {
        return "DatabaseAccounts[…]";
    }
}
