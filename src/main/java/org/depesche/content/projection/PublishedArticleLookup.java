package org.depesche.content.projection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.inject.Singleton;

import org.depesche.kernel.Uuid7;
import org.depesche.platform.database.JdbcReader;
import org.depesche.platform.http.ChangeLogPositionTracker;

/** Reads one article at the start of a transaction, with the position of the change log in the same statement. */
@Singleton
public class PublishedArticleLookup {

    /**
     * The counter's row exists in any case, so the statement always returns a row. Joins and {@code limit 1} show whether there
     * are translations and collections to read: subselects took more time than the rest of the statement. The index is forced,
     * because nearly all groups are null and the optimizer would expect each group to be half of the table.
     */
    private static final String STATEMENT = """
            select c.value, c.vocabulary, coalesce(a.translation_group, t.id) is not null, listed.article_id is not null, %s
            from change_counter c left join published_article a on a.%s = ?
              left join published_article t force index (by_translation) on t.translation_group = a.id
              left join collection_article listed force index (by_article) on listed.article_id = a.id
            where c.id = 1 limit 1""";

    private final JdbcReader sql;
    private final PublishedArticleRowMapper rows;
    private final ChangeLogPositionTracker positions;
    private final Map<StatementKey, String> statements = new ConcurrentHashMap<>();

    PublishedArticleLookup(JdbcReader sql, PublishedArticleRowMapper rows, ChangeLogPositionTracker positions) {
        this.sql = sql;
        this.rows = rows;
        this.positions = positions;
    }

    /** Finds a public article by its id, and records the position of the change log, in one statement. */
    public Optional<Match> findWithLogPosition(UUID id, boolean withBody) {
        return sql.query(statement("id", withBody), statement -> statement.setBytes(1, Uuid7.bytes(id)),
                row -> read(row, withBody));
    }

    /** Finds a public article by its current slug, and records the position of the change log, in one statement. */
    public Optional<Match> findWithLogPosition(String slug, boolean withBody) {
        return sql.query(statement("slug", withBody), statement -> statement.setString(1, slug), row -> read(row, withBody));
    }

    private String statement(String column, boolean withBody) {
        return statements.computeIfAbsent(new StatementKey(column, withBody), key -> STATEMENT
                .formatted(PublishedArticleRowMapper.columns(withBody), column));
    }

    private Optional<Match> read(ResultSet row, boolean withBody) throws SQLException {
        row.next();
        positions.set(new ChangeLogPositionTracker.Position(row.getLong(1), row.getLong(2)));
        return row.getBytes(5) == null ? Optional.empty()
                : Optional.of(new Match(rows.map(row, 5, withBody), row.getBoolean(3), row.getBoolean(4)));
    }

    private record StatementKey(String column, boolean withBody) {
    }

    /**
     * An article, and whether translations and collections have to be read for it. For most articles neither has to.
     *
     * @param mayHaveTranslations whether there may be other language versions
     * @param mayBeInCollections whether a collection may list it
     */
    public record Match(PublishedArticle article, boolean mayHaveTranslations, boolean mayBeInCollections) {

        /** Returns a match for which neither was checked. */
        public static Match unchecked(PublishedArticle article) {
            return new Match(article, true, true);
        }
    }
}
