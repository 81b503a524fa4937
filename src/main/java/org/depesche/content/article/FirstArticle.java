package org.depesche.content.article;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;

import org.depesche.kernel.Uuid7;
import org.depesche.platform.database.PlainSql;
import org.depesche.platform.http.LogPosition;

/** Finds one article as the first of a transaction: learns by the same statement where the log stands. */
@ApplicationScoped
class FirstArticle {

    /**
     * A row that is there in any case. Whether there is more to be read of the article are joins cut off after the first row:
     * as sub-selects they took more time than all the rest. Forced, because nearly all groups are null, from which the
     * optimiser would conclude that any of them is half the table.
     */
    private static final String STATEMENT = """
            select c.value, c.vocabulary, coalesce(a.translation_group, t.id) is not null, listed.article_id is not null, %s
            from change_counter c left join published_article a on a.%s = ?
              left join published_article t force index (by_translation) on t.translation_group = a.id
              %s
            where c.id = 1 limit 1""";

    private final PlainSql sql;
    private final ArticleRows rows;
    private final LogPosition positions;
    private final Instance<ArticleCollections> collections;
    private final Map<Wanted, String> statements = new ConcurrentHashMap<>();

    FirstArticle(PlainSql sql, ArticleRows rows, LogPosition positions, Instance<ArticleCollections> collections) {
        this.sql = sql;
        this.rows = rows;
        this.positions = positions;
        this.collections = collections;
    }

    Optional<FoundArticle> find(UUID id, boolean withBody) {
        return sql.query(statement("id", withBody), statement -> statement.setBytes(1, Uuid7.bytes(id)),
                row -> read(row, withBody));
    }

    Optional<FoundArticle> find(String slug, boolean withBody) {
        return sql.query(statement("slug", withBody), statement -> statement.setString(1, slug), row -> read(row, withBody));
    }

    private String statement(String column, boolean withBody) {
        return statements.computeIfAbsent(new Wanted(column, withBody), wanted -> STATEMENT
                .formatted(ArticleRows.columns(withBody), column, collections.get().joined("a.id")));
    }

    private Optional<FoundArticle> read(ResultSet row, boolean withBody) throws SQLException {
        row.next();
        positions.is(new LogPosition.Position(row.getLong(1), row.getLong(2)));
        return row.getBytes(5) == null ? Optional.empty()
                : Optional.of(new FoundArticle(rows.article(row, 5, withBody), row.getBoolean(3), row.getBoolean(4)));
    }

    private record Wanted(String column, boolean withBody) {
    }
}
