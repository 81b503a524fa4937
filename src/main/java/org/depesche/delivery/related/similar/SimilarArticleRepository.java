package org.depesche.delivery.related.similar;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
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
import org.depesche.platform.database.JdbcBatch;
import org.depesche.platform.database.JdbcReader;
import org.depesche.platform.http.ChangeLogPositionTracker;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The tables of similar articles. What reads for a response joins the projection, so that only public articles are found. */
@Singleton
class SimilarArticleRepository {

    /** Raise this number when other articles are chosen, or for other reasons. Two versions do not read each other's rows. */
    private static final int VERSION = 1;

    /** Some of the similar articles may not be public. */
    private static final int SPARE = 5;

    /**
     * All tables but the last five have one row or none. Joins take half of the time of subselects. Sorted by the database, the
     * texts would go through a table on disk.
     */
    private static final String FIND = """
            select c.value, c.vocabulary, g.sequence, s.sequence, s.is_outdated, s.wanted, s.found,
              h.place, h.hit_id, h.score, h.words, h.tags,
              e.article_id is not null and paid.article_id is null and hurt.article_id is null
            from change_counter c join similar_progress g on g.id = 1
              left join similar_article s on s.article_id = ? and s.site_id = ? and s.version = ?
              left join published_list el on el.site_id = ? and el.kind = '%1$s' and el.value = ''
              left join published_list pl on pl.site_id = ? and pl.kind = '%2$s' and pl.value = '1' and pl.size > 0
              left join published_list hl on hl.site_id = ? and hl.kind = '%3$s' and hl.value = '1' and hl.size > 0
              left join similar_hit h on h.article_id = s.article_id and h.site_id = s.site_id and h.place < ?
              left join published_article p on p.id = h.hit_id
              left join published_entry e force index (primary)
                on e.list_id = el.id and e.published_at = p.published_at and e.article_id = p.id
              left join published_entry paid force index (primary)
                on paid.list_id = pl.id and paid.published_at = p.published_at and paid.article_id = p.id
              left join published_entry hurt force index (primary)
                on hurt.list_id = hl.id and hurt.published_at = p.published_at and hurt.article_id = p.id
            where c.id = 1""".formatted(ListKind.ALL.letter(), ListKind.ADVERTISING.letter(), ListKind.SENSITIVE.letter());

    private final JdbcReader sql;
    private final Jdbi jdbi;
    private final ChangeLogPositionTracker positions;

    SimilarArticleRepository(JdbcReader sql, Jdbi jdbi, ChangeLogPositionTracker positions) {
        this.sql = sql;
        this.jdbi = jdbi;
        this.positions = positions;
    }

    /**
     * Reads what is stored for an article, together with the position of the change log.
     *
     * @param limit how many public articles are wanted
     */
    Optional<StoredSimilarity> find(UUID site, UUID article, int limit) {
        var found = findFirst(site, article, limit + SPARE);
        var isShort = found.filter(some -> some.hits().size() < limit && some.size() > limit + SPARE).isPresent();
        return isShort ? findFirst(site, article, Integer.MAX_VALUE) : found;
    }

    private Optional<StoredSimilarity> findFirst(UUID site, UUID article, int limit) {
        var siteId = Uuid7.bytes(site);
        return sql.query(FIND, statement -> {
            statement.setBytes(1, Uuid7.bytes(article));
            statement.setBytes(2, siteId);
            statement.setInt(3, VERSION);
            for (var parameter = 4; parameter <= 6; parameter++) {
                statement.setBytes(parameter, siteId);
            }
            statement.setInt(7, limit);
        }, this::read);
    }

    private Optional<StoredSimilarity> read(ResultSet row) throws SQLException {
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
            if (row.getBoolean(13)) {
                hits.put(row.getInt(8), new SimilarHit(Uuid7.of(row.getBytes(9)), row.getDouble(10), words(row.getString(11)),
                        tags(row.getString(12))));
            }
        } while (row.next());
        return Optional.of(new StoredSimilarity(holdsUntil, isOutdated, isWhole, found, List.copyOf(hits.values())));
    }

    private static List<String> words(String lines) {
        return lines.isEmpty() ? List.of() : List.of(lines.split("\n"));
    }

    private static Set<UUID> tags(String ids) {
        return ids.isEmpty() ? Set.of() : Arrays.stream(ids.split(" ")).map(UUID::fromString).collect(Collectors.toSet());
    }

    /** The last change whose effect is known. */
    long progress() {
        return jdbi.withHandle(handle -> progress(handle, ""));
    }

    private static long progress(Handle handle, String lock) {
        return handle.createQuery("select sequence from similar_progress where id = 1" + lock).mapTo(Long.class).one();
    }

    /** Stores what was found in the running transaction, unless the article is no longer public. */
    void write(FoundSimilarity found) {
        jdbi.useHandle(handle -> {
            // a change that is followed meanwhile waits for the row, or the row is outdated by it
            var isOutdated = found.sequence() < progress(handle, " lock in share mode");
            var isPublic = handle.createQuery("select 1 from published_article where id = ? lock in share mode")
                    .bind(0, found.article()).mapTo(Integer.class).findOne().isPresent();
            if (isPublic) {
                handle.createUpdate("delete from similar_article where article_id = ? and site_id = ?").bind(0, found.article())
                        .bind(1, found.site()).execute();
                insert(handle, found, isOutdated);
            }
        });
    }

    private static void insert(Handle handle, FoundSimilarity found, boolean isOutdated) {
        handle.createUpdate("""
                insert into similar_article (article_id, site_id, version, sequence, wanted, found, is_outdated)
                values (?, ?, ?, ?, ?, ?, ?)""").bind(0, found.article()).bind(1, found.site()).bind(2, VERSION)
                .bind(3, found.sequence()).bind(4, found.wanted()).bind(5, found.hits().size()).bind(6, isOutdated).execute();
        var places = new ArrayList<Integer>();
        found.hits().forEach(hit -> places.add(places.size()));
        JdbcBatch.write(handle, """
                insert into similar_hit (article_id, site_id, place, hit_id, score, words, tags)
                values (?, ?, ?, ?, ?, ?, ?)""", places, (row, place) -> {
            var hit = found.hits().get(place);
            row.id(found.article()).id(found.site()).number(place).id(hit.article()).number((Number) hit.score())
                    .text(String.join("\n", hit.sharedWords()))
                    .text(hit.sharedTags().stream().map(UUID::toString).sorted().collect(Collectors.joining(" ")));
        });
    }

    /**
     * Marks, in the running transaction, what changes may have an effect on, and remembers that they were followed. Does
     * nothing when another node has followed them meanwhile.
     *
     * @param changed the changed articles
     * @param nearby articles that they are similar to
     */
    void follow(long after, long until, Set<UUID> changed, Set<UUID> nearby) {
        jdbi.useHandle(handle -> {
            if (progress(handle, " for update") == after) {
                var marked = new ArrayList<>(nearby);
                marked.addAll(changed);
                mark(handle, "similar_article s set s.is_outdated = true where s.article_id in (<ids>)", marked, until);
                mark(handle, "similar_hit h join similar_article s on s.article_id = h.article_id and s.site_id = h.site_id"
                        + " set s.is_outdated = true where h.hit_id in (<ids>)", changed, until);
                handle.createUpdate("update similar_progress set sequence = ? where id = 1").bind(0, until).execute();
            }
        });
    }

    /** Marks rows that were searched before that position. Later searches have seen the changes. */
    private static void mark(Handle handle, String which, Collection<UUID> ids, long until) {
        if (!ids.isEmpty()) {
            handle.createUpdate("update " + which + " and s.is_outdated = false and s.sequence < :until")
                    .bindList("ids", List.copyOf(ids)).bind("until", until).execute();
        }
    }

    /** Marks some of what is older than a position. Returns how many rows were marked. */
    int markBefore(long sequence, int limit) {
        return jdbi.withHandle(handle -> markBefore(handle, sequence, limit));
    }

    private static int markBefore(Handle handle, long sequence, int limit) {
        return handle.createUpdate("update similar_article set is_outdated = true where is_outdated = false and sequence < ?"
                + " limit " + limit).bind(0, sequence).execute();
    }

    /** Marks the rest of what is older than a position, and goes on from there. */
    void skipTo(long sequence) {
        jdbi.useHandle(handle -> {
            progress(handle, " for update");
            markBefore(handle, sequence, Integer.MAX_VALUE);
            handle.createUpdate("update similar_progress set sequence = ? where id = 1").bind(0, sequence).execute();
        });
    }

    /** Some of what has to be searched again, that of the newest articles first. */
    List<OutdatedRow> outdated(int limit) {
        return jdbi.withHandle(handle -> handle.createQuery("select article_id, site_id, wanted from similar_article"
                + " force index (by_outdated) where is_outdated = true order by article_id desc limit " + limit)
                .map((row, context) -> new OutdatedRow(Uuid7.of(row.getBytes(2)), Uuid7.of(row.getBytes(1)), row.getInt(3)))
                .list());
    }

    /** An article whose similar articles have to be searched again. */
    record OutdatedRow(UUID site, UUID article, int wanted) {
    }
}
