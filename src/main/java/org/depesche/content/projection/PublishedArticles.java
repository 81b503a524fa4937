package org.depesche.content.projection;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.content.projection.url.UrlNormalizer;
import org.depesche.kernel.Uuid7;
import org.depesche.platform.database.JdbcReader;
import org.depesche.platform.http.ChangeLogPositionTracker;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Reads the rows of the projection. */
@ApplicationScoped
public class PublishedArticles {

    private final Jdbi jdbi;
    private final JdbcReader sql;
    private final PublishedArticleRowMapper rows;
    private final ChangeLogPositionTracker positions;

    PublishedArticles(Jdbi jdbi, JdbcReader sql, PublishedArticleRowMapper rows, ChangeLogPositionTracker positions) {
        this.jdbi = jdbi;
        this.sql = sql;
        this.rows = rows;
        this.positions = positions;
    }

    /** Reads articles in one statement, whatever their number. Unknown ids are absent from the result. */
    public Map<UUID, PublishedArticle> byIds(Collection<UUID> ids, boolean withBody) {
        return byIds(ids, withBody, "");
    }

    /**
     * Reads articles together with the position of the change log. Everything that was read before in this transaction
     * belongs to that position, too.
     */
    public Map<UUID, PublishedArticle> byIdsWithLogPosition(Collection<UUID> ids, boolean withBody) {
        return ids.isEmpty() ? Map.of()
                : sql.query("select c.value, c.vocabulary, " + PublishedArticleRowMapper.columns(withBody)
                        + " from change_counter c left join published_article a force index (primary) on a.id in ("
                        + placeholders(ids) + ") where c.id = 1", statement -> bind(statement, ids), found -> {
                            var articles = new HashMap<UUID, PublishedArticle>();
                            while (found.next()) {
                                if (found.isFirst()) {
                                    positions.set(new ChangeLogPositionTracker.Position(found.getLong(1), found.getLong(2)));
                                }
                                add(articles, found, 3, withBody);
                            }
                            return articles;
                        });
    }

    /** Reads the current articles without their bodies, and locks them until the end of the transaction. */
    public Map<UUID, PublishedArticle> lockByIds(Collection<UUID> ids) {
        return byIds(ids, false, " lock in share mode");
    }

    private Map<UUID, PublishedArticle> byIds(Collection<UUID> ids, boolean withBody, String lock) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return sql.query("select " + PublishedArticleRowMapper.columns(withBody) + " from published_article a where a.id in ("
                + placeholders(ids)
                + ")" + lock, statement -> bind(statement, ids), found -> {
                    var articles = new HashMap<UUID, PublishedArticle>();
                    while (found.next()) {
                        add(articles, found, 1, withBody);
                    }
                    return articles;
                });
    }

    private void add(Map<UUID, PublishedArticle> articles, ResultSet row, int from, boolean withBody) throws SQLException {
        if (row.getBytes(from) != null) {
            var article = rows.map(row, from, withBody);
            articles.put(article.id(), article);
        }
    }

    private static String placeholders(Collection<UUID> ids) {
        return ids.isEmpty() ? "null" : String.join(",", Collections.nCopies(ids.size(), "?"));
    }

    private static void bind(PreparedStatement statement, Collection<UUID> ids) throws SQLException {
        var position = 0;
        for (var id : ids) {
            statement.setBytes(++position, Uuid7.bytes(id));
        }
    }

    /** Returns the lowest ids that are greater than an id, in ascending order. */
    public List<UUID> idsAfter(@Nullable UUID id, int limit) {
        return jdbi.withHandle(handle -> handle
                .createQuery("select id from published_article where id > :id order by id limit " + limit)
                .bind("id", id == null ? new UUID(0, 0) : id).mapTo(UUID.class).list());
    }

    public long count() {
        return jdbi.withHandle(handle -> handle.createQuery("select count(*) from published_article").mapTo(Long.class).one());
    }

    /** Returns the public article that has this slug now. */
    public Optional<PublishedArticle> bySlug(String slug, boolean withBody) {
        return jdbi.withHandle(handle -> handle
                .createQuery("select " + PublishedArticleRowMapper.columns(withBody)
                        + " from published_article a where a.slug = :slug")
                .bind("slug", slug).map((row, context) -> rows.map(row, 1, withBody)).findOne());
    }

    /** Returns the public article that once had this slug. */
    public Optional<PublishedArticle> byFormerSlug(String formerSlug) {
        return jdbi.withHandle(handle -> handle
                .createQuery("select " + PublishedArticleRowMapper.columns(false) + " from published_article a"
                        + " where a.id = (select article_id from published_former_slug where slug = :slug)")
                .bind("slug", formerSlug).map((row, context) -> rows.map(row, 1, false)).findOne());
    }

    /** Returns the public article with this alias. */
    public Optional<PublishedArticle> byAlias(String address) {
        return jdbi.withHandle(handle -> handle
                .createQuery("select " + PublishedArticleRowMapper.columns(false) + " from published_article a"
                        + " where a.id = (select article_id from published_alias where url_hash = :hash)")
                .bind("hash", UrlNormalizer.hash(address)).map((row, context) -> rows.map(row, 1, false)).findOne());
    }

    /** Returns the alias as the desk wrote it. */
    public Optional<String> aliasUrl(String address) {
        return jdbi.withHandle(handle -> handle.createQuery("select url from published_alias where url_hash = :hash")
                .bind("hash", UrlNormalizer.hash(address)).mapTo(String.class).findOne());
    }

    /** Returns the ids of slugs; unknown slugs are absent. */
    Map<String, UUID> idsOf(Collection<String> slugs) {
        if (slugs.isEmpty()) {
            return Map.of();
        }
        return jdbi.withHandle(handle -> handle
                .createQuery("select slug, id from published_article where slug in (<slugs>)")
                .bindList("slugs", List.copyOf(slugs)).reduceRows(new HashMap<String, UUID>(), (found, row) -> {
                    found.put(row.getColumn("slug", String.class), row.getColumn("id", UUID.class));
                    return found;
                }));
    }

    /**
     * Returns the other language versions of each article. Their ids are read first, because nearly all articles have none. A
     * union of whole rows is sorted on disk because of its texts. It took longer than everything else that an article
     * needs.
     */
    public Map<UUID, List<PublishedArticle>> translations(Collection<PublishedArticle> of) {
        if (of.isEmpty()) {
            return Map.of();
        }
        var known = new HashMap<UUID, PublishedArticle>();
        of.forEach(article -> known.put(article.id(), article));
        var groups = of.stream().map(PublishedArticle::translationGroup).distinct().toList();
        var members = new HashSet<>(translationIds(groups));
        members.addAll(groups);
        members.removeAll(known.keySet());
        var all = new ArrayList<>(byIds(members, false).values());
        all.addAll(known.values());
        var translations = new HashMap<UUID, List<PublishedArticle>>();
        of.forEach(article -> translations.put(article.id(), all.stream()
                .filter(member -> member.translationGroup().equals(article.translationGroup()))
                .filter(member -> !member.id().equals(article.id()))
                .sorted(Comparator.comparing(member -> member.content().classification().language())).toList()));
        return translations;
    }

    /** Returns the lowest translation groups with a translation that are greater than an id, in ascending order. */
    public List<UUID> translationGroupsAfter(UUID id, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery("select distinct translation_group from published_article"
                + " force index (by_translation) where translation_group > :id order by translation_group limit " + limit)
                .bind("id", id).mapTo(UUID.class).list());
    }

    private List<UUID> translationIds(Collection<UUID> originals) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select id from published_article where translation_group in (<originals>)")
                        .bindList("originals", originals).mapTo(UUID.class).list());
    }

    /**
     * Returns the public articles of each translation group, which the original's id names. The locking read sees the latest
     * commits, not the transaction's snapshot: when two language versions are published concurrently, the later one
     * finds the earlier one. The forced index keeps the server from reading and locking all articles without a translation.
     */
    public Map<UUID, Set<UUID>> lockTranslationGroups(Collection<UUID> groups) {
        if (groups.isEmpty()) {
            return Map.of();
        }
        return jdbi.withHandle(handle -> handle.createQuery("""
                (select translation_group, id from published_article where translation_group in (<groups>) lock in share mode)
                union all (select id, id from published_article force index (primary)
                  where id in (<groups>) and translation_group is null lock in share mode)""")
                .bindList("groups", List.copyOf(groups)).reduceRows(new HashMap<UUID, Set<UUID>>(), (found, row) -> {
                    found.computeIfAbsent(row.getColumn("translation_group", UUID.class), group -> new HashSet<>())
                            .add(row.getColumn("id", UUID.class));
                    return found;
                }));
    }
}
