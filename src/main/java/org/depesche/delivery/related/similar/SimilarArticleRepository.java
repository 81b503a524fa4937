package org.depesche.delivery.related.similar;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.inject.Singleton;

import org.depesche.kernel.Uuid7;
import org.depesche.platform.database.JdbcBatch;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The tables of similar articles. {@link StoredSimilarArticlesRepository} reads them for responses. */
@Singleton
class SimilarArticleRepository {

    /** Raise this number when other articles are chosen, or for other reasons. Two versions do not read each other's rows. */
    static final int VERSION = 1;

    private final Jdbi jdbi;

    SimilarArticleRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** The sequence of the last change that was followed. */
    long progress() {
        return jdbi.withHandle(handle -> progress(handle, ""));
    }

    private static long progress(Handle handle, String lock) {
        return handle.createQuery("select sequence from similar_progress where id = 1" + lock).mapTo(Long.class).one();
    }

    /** Stores what was found in the running transaction, unless the article is no longer public. */
    void write(FoundSimilarArticles found) {
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

    private static void insert(Handle handle, FoundSimilarArticles found, boolean isOutdated) {
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
     * Marks the rows that changes may affect as outdated, and stores that the changes were followed, in the running
     * transaction. Does nothing when another node has followed them meanwhile.
     *
     * @param after the sequence of the last change that was followed before
     * @param until the sequence of the last of these changes
     * @param changed the changed articles
     * @param similar the articles that are similar to them
     */
    void follow(long after, long until, Set<UUID> changed, Set<UUID> similar) {
        jdbi.useHandle(handle -> {
            if (progress(handle, " for update") == after) {
                var marked = new ArrayList<>(similar);
                marked.addAll(changed);
                mark(handle, "similar_article s set s.is_outdated = true where s.article_id in (<ids>)", marked, until);
                mark(handle, "similar_hit h join similar_article s on s.article_id = h.article_id and s.site_id = h.site_id"
                        + " set s.is_outdated = true where h.hit_id in (<ids>)", changed, until);
                handle.createUpdate("update similar_progress set sequence = ? where id = 1").bind(0, until).execute();
            }
        });
    }

    /** Rows that were found at that position or a later one are not marked: that search has seen the changes. */
    private static void mark(Handle handle, String which, Collection<UUID> ids, long until) {
        if (!ids.isEmpty()) {
            handle.createUpdate("update " + which + " and s.is_outdated = false and s.sequence < :until")
                    .bindList("ids", List.copyOf(ids)).bind("until", until).execute();
        }
    }

    /** Marks some of the rows that were found before a position, and returns how many. */
    int markBefore(long sequence, int limit) {
        return jdbi.withHandle(handle -> markBefore(handle, sequence, limit));
    }

    private static int markBefore(Handle handle, long sequence, int limit) {
        return handle.createUpdate("update similar_article set is_outdated = true where is_outdated = false and sequence < ?"
                + " limit " + limit).bind(0, sequence).execute();
    }

    /** Marks the other rows that were found before a position, and stores that all changes up to it were followed. */
    void skipTo(long sequence) {
        jdbi.useHandle(handle -> {
            progress(handle, " for update");
            markBefore(handle, sequence, Integer.MAX_VALUE);
            handle.createUpdate("update similar_progress set sequence = ? where id = 1").bind(0, sequence).execute();
        });
    }

    /** Some of the articles whose similar articles have to be searched again, the newest first. */
    List<Outdated> outdated(int limit) {
        return jdbi.withHandle(handle -> handle.createQuery("select article_id, site_id, wanted from similar_article"
                + " force index (by_outdated) where is_outdated = true order by article_id desc limit " + limit)
                .map((row, context) -> new Outdated(Uuid7.of(row.getBytes(2)), Uuid7.of(row.getBytes(1)), row.getInt(3)))
                .list());
    }

    /** An article whose similar articles have to be searched again. */
    record Outdated(UUID site, UUID article, int wanted) {
    }
}
