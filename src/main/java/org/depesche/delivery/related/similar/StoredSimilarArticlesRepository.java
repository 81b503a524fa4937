package org.depesche.delivery.related.similar;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.inject.Singleton;

import org.depesche.content.listing.ListKind;
import org.depesche.delivery.search.index.SimilarHit;
import org.depesche.kernel.Uuid7;
import org.depesche.platform.database.JdbcReader;
import org.depesche.platform.http.CacheTag;
import org.depesche.platform.http.ChangeLogPositionTracker;
import org.depesche.platform.http.cache.ResponseCache;

/** Reads the tables of similar articles for responses: only articles that are public now are found. */
@Singleton
class StoredSimilarArticlesRepository {

    /** Some of the similar articles may not be public. */
    private static final int SPARE = 5;

    private static final String SELECT = """
            select c.value, c.vocabulary, g.sequence, s.sequence, s.is_outdated, s.wanted, s.found,
              h.place, h.hit_id, h.score, h.words, h.tags""";

    private static final String STORED = SELECT + """

            from change_counter c join similar_progress g on g.id = 1
              left join similar_article s on s.article_id = ? and s.site_id = ? and s.version = ?
              left join similar_hit h on h.article_id = s.article_id and h.site_id = s.site_id and h.place < ?
            where c.id = 1""";

    /**
     * All tables but the last five have one row or none. Joins take half of the time of subselects. Sorted by the database, the
     * texts would go through a table on disk.
     */
    private static final String PUBLIC = SELECT + """
            , e.article_id is not null and paid.article_id is null and hurt.article_id is null
            from change_counter c join similar_progress g on g.id = 1
              left join similar_article s on s.article_id = ? and s.site_id = ? and s.version = ?
              left join similar_hit h on h.article_id = s.article_id and h.site_id = s.site_id and h.place < ?
              left join published_list el on el.site_id = ? and el.kind = '%1$s' and el.value = ''
              left join published_list pl on pl.site_id = ? and pl.kind = '%2$s' and pl.value = '1' and pl.size > 0
              left join published_list hl on hl.site_id = ? and hl.kind = '%3$s' and hl.value = '1' and hl.size > 0
              left join published_article p on p.id = h.hit_id
              left join published_entry e force index (primary)
                on e.list_id = el.id and e.published_at = p.published_at and e.article_id = p.id
              left join published_entry paid force index (primary)
                on paid.list_id = pl.id and paid.published_at = p.published_at and paid.article_id = p.id
              left join published_entry hurt force index (primary)
                on hurt.list_id = hl.id and hurt.published_at = p.published_at and hurt.article_id = p.id
            where c.id = 1""".formatted(ListKind.ALL.letter(), ListKind.ADVERTISING.letter(), ListKind.SENSITIVE.letter());

    private final JdbcReader sql;
    private final ChangeLogPositionTracker positions;
    private final ResponseCache changes;

    StoredSimilarArticlesRepository(JdbcReader sql, ChangeLogPositionTracker positions, ResponseCache changes) {
        this.sql = sql;
        this.positions = positions;
        this.changes = changes;
    }

    /**
     * Reads what is stored for an article, together with the position of the change log. Articles that have changed since they
     * were found, as far as this node knows, are looked up in the lists of public articles, which takes most of the time of
     * that statement.
     *
     * @param limit how many public articles are wanted
     */
    Optional<StoredSimilarArticles> find(UUID site, UUID article, int limit) {
        var stored = read(site, article, limit);
        if (stored.isEmpty() || areUnchanged(stored.get())) {
            return stored;
        }
        var found = readPublic(site, article, limit + SPARE);
        var isShort = found.filter(some -> some.hits().size() < limit && some.size() > limit + SPARE).isPresent();
        return isShort ? readPublic(site, article, Integer.MAX_VALUE) : found;
    }

    private boolean areUnchanged(StoredSimilarArticles stored) {
        return changes.isUnchanged(stored.hits().stream().map(hit -> CacheTag.article(hit.article())).toList(),
                stored.sequence(), positions.confirmed().sequence());
    }

    private Optional<StoredSimilarArticles> read(UUID site, UUID article, int limit) {
        return sql.query(STORED, statement -> bind(statement, site, article, limit), rows -> read(rows, hit -> true));
    }

    private Optional<StoredSimilarArticles> readPublic(UUID site, UUID article, int limit) {
        return sql.query(PUBLIC, statement -> {
            bind(statement, site, article, limit);
            for (var parameter = 5; parameter <= 7; parameter++) {
                statement.setBytes(parameter, Uuid7.bytes(site));
            }
        }, rows -> read(rows, hit -> hit.getBoolean(13)));
    }

    private static void bind(PreparedStatement statement, UUID site, UUID article, int limit) throws SQLException {
        statement.setBytes(1, Uuid7.bytes(article));
        statement.setBytes(2, Uuid7.bytes(site));
        statement.setInt(3, SimilarArticleRepository.VERSION);
        statement.setInt(4, limit);
    }

    /** Whether the hit of a row is public. */
    private interface HitFilter {
        boolean isPublic(ResultSet hit) throws SQLException;
    }

    private Optional<StoredSimilarArticles> read(ResultSet row, HitFilter filter) throws SQLException {
        row.next();
        positions.set(new ChangeLogPositionTracker.Position(row.getLong(1), row.getLong(2)));
        var sequence = row.getLong(4);
        if (row.wasNull()) {
            return Optional.empty();
        }
        var isOutdated = row.getBoolean(5);
        var holdsUntil = isOutdated ? sequence : Math.max(sequence, Math.min(row.getLong(3), row.getLong(1)));
        var found = row.getInt(7);
        var isWhole = found < row.getInt(6);
        var hits = new TreeMap<Integer, SimilarHit>();
        do {
            if (row.getObject(8) != null && filter.isPublic(row)) {
                hits.put(row.getInt(8), new SimilarHit(Uuid7.of(row.getBytes(9)), row.getDouble(10), words(row.getString(11)),
                        tags(row.getString(12))));
            }
        } while (row.next());
        return Optional.of(new StoredSimilarArticles(holdsUntil, isOutdated, isWhole, found, List.copyOf(hits.values())));
    }

    private static List<String> words(String lines) {
        return lines.isEmpty() ? List.of() : List.of(lines.split("\n"));
    }

    private static Set<UUID> tags(String ids) {
        return ids.isEmpty() ? Set.of() : Arrays.stream(ids.split(" ")).map(UUID::fromString).collect(Collectors.toSet());
    }
}
