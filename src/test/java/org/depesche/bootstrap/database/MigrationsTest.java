package org.depesche.bootstrap.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import org.depesche.testkit.TestDatabaseSettings;
import org.depesche.testkit.TestFolders;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Migrations that compute rows from rows: the schema of before, rows as the service then wrote them, and the result. */
class MigrationsTest {

    private static EmbeddedMariaDb database;

    @BeforeAll
    static void start() {
        database = EmbeddedMariaDb.open(TestDatabaseSettings.fast(TestFolders.emptyFolder("migrations test"))).start();
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @Test
    void rowsOfBeforeAreCompleted() throws SQLException {
        migrateTo("18");
        run("insert into site (id, slug, name, language, is_default, created_at, updated_at)"
                + " values (repeat('s', 16), 'default', 'Site', 'de', true, now(), now())");
        article("A", "de", null);
        article("B", "de-AT", null);
        article("C", "zh-Hant-TW", null);
        article("D", "en", "B");
        article("E", "de", "B");
        article("F", "en-GB", "B");
        for (var article : List.of("A", "B", "D", "E")) {
            list("t", "tag", article);
        }
        list("w", "author", "D");
        list("c", "category", "A");

        migrateTo("20");

        assertThat(lists("l")).containsExactly("de=3:A,B,E", "de-AT=1:B", "en=2:D,F", "en-GB=1:F", "zh=1:C", "zh-Hant=1:C",
                "zh-Hant-TW=1:C");
        assertThat(lists("a")).containsExactly("=6:A,B,C,D,E,F");
        assertThat(lists("o")).containsExactly("=3:B,D,F", "de=1:B", "de-AT=0:", "en=1:F", "en-GB=0:", "zh=0:", "zh-Hant=0:",
                "zh-Hant-TW=0:");

        migrateTo("27");

        assertThat(lists("T")).containsExactly("tag=2:B,D");
        assertThat(lists("W")).containsExactly("author=1:D");
        assertThat(lists("C")).isEmpty();
        assertThat(values("select group_concat(serial order by id) from article")).containsExactly("1,2,3,4,5,6");
        assertThat(values("select group_concat(serial order by id) from published_article")).containsExactly("1,2,3,4,5,6");
        run("delete from article where serial = 6");
        article("G", "de", null);
        assertThat(values("select max(serial) from article")).containsExactly("7");
    }

    private static void article(String id, String language, String original) throws SQLException {
        run("insert into article (id, slug, state, version, revision, document, created_at, created_by, saved_at, saved_by,"
                + " saved_kind) values (repeat('" + id + "', 16), '" + id + "', 'published', 0, 1, '{}', now(), '', now(), '',"
                + " 'save')");
        run("insert into published_article (id, slug, published_at, updated_at, changed_at, revision, translation_group,"
                + " summary, body) values (repeat('" + id + "', 16), '" + id + "', '2024-10-21', now(), now(), 1, "
                + (original == null ? "null" : "repeat('" + original + "', 16)") + ", '{\"content\":{\"language\":\""
                + language + "\"}}', '[]')");
        list("a", "", id);
        list("l", language, id);
    }

    private static void list(String kind, String value, String article) throws SQLException {
        run("insert into published_list (site_id, kind, value, size) values (repeat('s', 16), '" + kind + "', '" + value
                + "', 1) on duplicate key update size = size + 1");
        run("insert into published_entry select id, '2024-10-21', repeat('" + article + "', 16), now() from published_list"
                + " where kind = '" + kind + "' and value = '" + value + "'");
    }

    /** The lists of a kind as {@code value=size:articles}. */
    private static List<String> lists(String kind) throws SQLException {
        return values("select concat(convert(l.value using utf8mb4), '=', l.size, ':', coalesce(group_concat("
                + "left(convert(e.article_id using utf8mb4), 1) order by e.article_id), ''))"
                + " from published_list l left join published_entry e on e.list_id = l.id where l.kind = '" + kind
                + "' group by l.id order by l.value");
    }

    private static void migrateTo(String version) throws SQLException {
        var settings = database.quarkusSettings();
        Flyway.configure()
                .dataSource(settings.get("quarkus.datasource.jdbc.url"), settings.get("quarkus.flyway.username"),
                        settings.get("quarkus.flyway.password"))
                .locations("classpath:db/migration").target(version).load().migrate();
    }

    private static void run(String statement) throws SQLException {
        try (var connection = connect(); var sent = connection.createStatement()) {
            sent.execute(statement);
        }
    }

    private static List<String> values(String query) throws SQLException {
        var values = new ArrayList<String>();
        try (var connection = connect(); var sent = connection.createStatement(); var rows = sent.executeQuery(query)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }

    private static Connection connect() throws SQLException {
        var settings = database.quarkusSettings();
        return DriverManager.getConnection(settings.get("quarkus.datasource.jdbc.url"),
                settings.get("quarkus.flyway.username"), settings.get("quarkus.flyway.password"));
    }
}
