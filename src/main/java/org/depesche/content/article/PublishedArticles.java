package org.depesche.content.article;

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

import org.depesche.kernel.Uuid7;
import org.depesche.platform.database.Glances;
import org.depesche.platform.database.PlainSql;
import org.depesche.platform.http.LogPosition;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The rows of the projection. */
@ApplicationScoped
class PublishedArticles {

    private final Jdbi jdbi;
    private final PlainSql sql;
    private final ArticleRows rows;
    private final LogPosition positions;
    private final Glances glances;

    PublishedArticles(Jdbi jdbi, PlainSql sql, ArticleRows rows, LogPosition positions, Glances glances) {
        this.jdbi = jdbi;
        this.sql = sql;
        this.rows = rows;
        this.positions = positions;
        this.glances = glances;
    }

    /** One statement, whatever the number; unknown ids are absent. */
    Map<UUID, PublishedArticle> byIds(Collection<UUID> ids, boolean withBody) {
        return byIds(ids, withBody, "");
    }

    /** The same, told along with where the log stands: what was read before then belongs to that position, too. */
    Map<UUID, PublishedArticle> confirmed(Collection<UUID> ids, boolean withBody) {
        return ids.isEmpty() && !glances.isRunning() ? Map.of()
                : sql.query("select c.value, c.vocabulary, " + ArticleRows.columns(withBody)
                        + " from change_counter c left join published_article a force index (primary) on a.id in ("
                        + marks(ids) + ") where c.id = 1", statement -> bind(statement, ids), found -> {
                            var articles = new HashMap<UUID, PublishedArticle>();
                            while (found.next()) {
                                if (found.isFirst()) {
                                    positions.is(new LogPosition.Position(found.getLong(1), found.getLong(2)));
                                }
                                add(articles, found, 3, withBody);
                            }
                            return articles;
                        });
    }

    /** As they are now, without their bodies; nobody changes them before this transaction ends. */
    Map<UUID, PublishedArticle> held(Collection<UUID> ids) {
        return byIds(ids, false, " lock in share mode");
    }

    private Map<UUID, PublishedArticle> byIds(Collection<UUID> ids, boolean withBody, String lock) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return sql.query("select " + ArticleRows.columns(withBody) + " from published_article a where a.id in (" + marks(ids)
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
            var article = rows.article(row, from, withBody);
            articles.put(article.id(), article);
        }
    }

    private static String marks(Collection<UUID> ids) {
        return ids.isEmpty() ? "null" : String.join(",", Collections.nCopies(ids.size(), "?"));
    }

    private static void bind(PreparedStatement statement, Collection<UUID> ids) throws SQLException {
        var position = 0;
        for (var id : ids) {
            statement.setBytes(++position, Uuid7.bytes(id));
        }
    }

    /** Ids in their order, after one of them. */
    List<UUID> idsAfter(@Nullable UUID id, int limit) {
        return jdbi.withHandle(handle -> handle
                .createQuery("select id from published_article where id > :id order by id limit " + limit)
                .bind("id", id == null ? new UUID(0, 0) : id).mapTo(UUID.class).list());
    }

    long count() {
        return jdbi.withHandle(handle -> handle.createQuery("select count(*) from published_article").mapTo(Long.class).one());
    }

    Optional<PublishedArticle> bySlug(String slug, boolean withBody) {
        return jdbi.withHandle(handle -> handle
                .createQuery("select " + ArticleRows.columns(withBody) + " from published_article a where a.slug = :slug")
                .bind("slug", slug).map((row, context) -> rows.article(row, 1, withBody)).findOne());
    }

    /** The public article that once had this slug. */
    Optional<PublishedArticle> present(String formerSlug) {
        return jdbi.withHandle(handle -> handle
                .createQuery("select " + ArticleRows.columns(false) + " from published_article a"
                        + " where a.id = (select article_id from published_former_slug where slug = :slug)")
                .bind("slug", formerSlug).map((row, context) -> rows.article(row, 1, false)).findOne());
    }

    /** The public article that an alias leads to. */
    Optional<PublishedArticle> byAlias(String address) {
        return jdbi.withHandle(handle -> handle
                .createQuery("select " + ArticleRows.columns(false) + " from published_article a"
                        + " where a.id = (select article_id from published_alias where url_hash = :hash)")
                .bind("hash", Aliases.hash(address)).map((row, context) -> rows.article(row, 1, false)).findOne());
    }

    /** The alias itself, as the desk wrote it. */
    Optional<String> alias(String address) {
        return jdbi.withHandle(handle -> handle.createQuery("select url from published_alias where url_hash = :hash")
                .bind("hash", Aliases.hash(address)).mapTo(String.class).findOne());
    }

    /** Ids of present slugs, for lists of references; unknown ones are absent. */
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
     * The other language versions of each of these. Their ids first: nearly all articles have none, and a union of whole rows
     * is sorted on disk for the texts in them, which took longer than all else an article needs.
     */
    Map<UUID, List<PublishedArticle>> translations(Collection<PublishedArticle> of) {
        if (of.isEmpty()) {
            return Map.of();
        }
        var known = new HashMap<UUID, PublishedArticle>();
        of.forEach(article -> known.put(article.id(), article));
        var groups = of.stream().map(PublishedArticle::translationGroup).distinct().toList();
        var members = new HashSet<>(translating(groups));
        members.addAll(groups);
        members.removeAll(known.keySet());
        var all = new ArrayList<>(byIds(members, false).values());
        all.addAll(known.values());
        var translations = new HashMap<UUID, List<PublishedArticle>>();
        of.forEach(article -> translations.put(article.id(), all.stream()
                .filter(member -> member.translationGroup().equals(article.translationGroup()))
                .filter(member -> !member.id().equals(article.id()))
                .sorted(Comparator.comparing(member -> member.content().language())).toList()));
        return translations;
    }

    private List<UUID> translating(Collection<UUID> originals) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select id from published_article where translation_group in (<originals>)")
                        .bindList("originals", originals).mapTo(UUID.class).list());
    }

    /**
     * The public articles of each of these groups, each of which is named by its original: as they are now, whatever this
     * transaction saw before. Of two language versions that are published at once, the later one thus finds the earlier.
     */
    Map<UUID, Set<UUID>> inGroups(Collection<UUID> groups) {
        if (groups.isEmpty()) {
            return Map.of();
        }
        return jdbi.withHandle(handle -> handle.createQuery("""
                (select translation_group, id from published_article where translation_group in (<groups>) lock in share mode)
                union all (select id, id from published_article where id in (<groups>) and translation_group is null
                  lock in share mode)""")
                .bindList("groups", List.copyOf(groups)).reduceRows(new HashMap<UUID, Set<UUID>>(), (found, row) -> {
                    found.computeIfAbsent(row.getColumn("translation_group", UUID.class), group -> new HashSet<>())
                            .add(row.getColumn("id", UUID.class));
                    return found;
                }));
    }
}
