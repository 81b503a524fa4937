package org.depesche.content.projection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;

import org.depesche.kernel.Uuid7;
import org.depesche.platform.database.JdbcReader;
import org.depesche.platform.http.ChangeLogPosition;

/** Finds one article as the first of a transaction: learns by the same statement where the log stands. */
@ApplicationScoped
public class PublishedArticleLookup {

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

    private final JdbcReader sql;
    private final PublishedArticleRowMapper rows;
    private final ChangeLogPosition positions;
    private final Instance<CollectionMemberships> collections;
    private final Map<StatementKey, String> statements = new ConcurrentHashMap<>();

    PublishedArticleLookup(JdbcReader sql, PublishedArticleRowMapper rows, ChangeLogPosition positions,
            Instance<CollectionMemberships> collections) {
        this.sql = sql;
        this.rows = rows;
        this.positions = positions;
        this.collections = collections;
    }

    public Optional<Match> findWithLogPosition(UUID id, boolean withBody) {
        return sql.query(statement("id", withBody), statement -> statement.setBytes(1, Uuid7.bytes(id)),
                row -> read(row, withBody));
    }

    public Optional<Match> findWithLogPosition(String slug, boolean withBody) {
        return sql.query(statement("slug", withBody), statement -> statement.setString(1, slug), row -> read(row, withBody));
    }

    private String statement(String column, boolean withBody) {
        return statements.computeIfAbsent(new StatementKey(column, withBody), wanted -> STATEMENT
                .formatted(PublishedArticleRowMapper.columns(withBody), column, collections.get().membershipJoin("a.id")));
    }

    private Optional<Match> read(ResultSet row, boolean withBody) throws SQLException {
        row.next();
        positions.set(new ChangeLogPosition.Position(row.getLong(1), row.getLong(2)));
        return row.getBytes(5) == null ? Optional.empty()
                : Optional.of(new Match(rows.map(row, 5, withBody), row.getBoolean(3), row.getBoolean(4)));
    }

    private record StatementKey(String column, boolean withBody) {
    }

    /**
     * One article and what else there is to be read for it: most stand alone, and need no statement to say so.
     *
     * @param isTranslated whether there may be other language versions
     * @param isListed whether it may stand in a collection
     */
    public record Match(PublishedArticle article, boolean mayHaveTranslations, boolean mayBeInCollections) {

        /** Of which nobody has looked yet. */
        public static Match unchecked(PublishedArticle article) {
            return new Match(article, true, true);
        }
    }
}
