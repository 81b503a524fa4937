package org.depesche.content.article;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;

import org.depesche.content.body.Block;
import org.depesche.kernel.Uuid7;
import org.depesche.platform.database.Moments;
import org.depesche.platform.http.LogPosition;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The rows of the projection. */
@ApplicationScoped
class PublishedArticles {

    private static final String COLUMNS = "id, slug, revision, published_at, updated_at, changed_at, summary";

    /** An article and where the log stands, in a row that is there in any case. */
    private static final String FIRST = """
            select c.value, c.vocabulary, a.id, a.slug, a.revision, a.published_at, a.updated_at, a.changed_at, a.summary, %s,
              a.translation_group is not null
                or exists (select 1 from published_article t where t.translation_group = a.id) is_translated,
              %s is_listed
            from change_counter c left join published_article a on a.%s = ? where c.id = 1""";

    private final Jdbi jdbi;
    private final StoredJson json;
    private final LogPosition positions;
    private final Instance<ArticleCollections> collections;

    PublishedArticles(Jdbi jdbi, StoredJson json, LogPosition positions, Instance<ArticleCollections> collections) {
        this.jdbi = jdbi;
        this.json = json;
        this.positions = positions;
        this.collections = collections;
    }

    /** As the first of a transaction: learns where the log stands by the same statement. */
    Optional<FoundArticle> first(UUID id, boolean withBody) {
        return first("id", id, withBody);
    }

    /** As the first of a transaction: learns where the log stands by the same statement. */
    Optional<FoundArticle> first(String slug, boolean withBody) {
        return first("slug", slug, withBody);
    }

    private Optional<FoundArticle> first(String column, Object value, boolean withBody) {
        var sql = FIRST.formatted(withBody ? "a.body" : "null body", collections.get().isListed("a.id"), column);
        return jdbi.withHandle(handle -> handle.createQuery(sql).bind(0, value).map((row, context) -> {
            positions.is(new LogPosition.Position(row.getLong("value"), row.getLong("vocabulary")));
            return row.getBytes("id") == null ? Optional.<FoundArticle> empty()
                    : Optional.of(new FoundArticle(article(row, withBody), row.getBoolean("is_translated"),
                            row.getBoolean("is_listed")));
        }).one());
    }

    /** One statement, whatever the number; unknown ids are absent. */
    Map<UUID, PublishedArticle> byIds(Collection<UUID> ids, boolean withBody) {
        return byIds(ids, withBody, "");
    }

    /** As they are now, without their bodies; nobody changes them before this transaction ends. */
    Map<UUID, PublishedArticle> held(Collection<UUID> ids) {
        return byIds(ids, false, " lock in share mode");
    }

    private Map<UUID, PublishedArticle> byIds(Collection<UUID> ids, boolean withBody, String lock) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return jdbi.withHandle(handle -> handle
                .createQuery("select " + columns(withBody) + " from published_article where id in (<ids>)" + lock)
                .bindList("ids", List.copyOf(ids)).map((row, context) -> article(row, withBody))
                .collect(Collectors.toMap(PublishedArticle::id, Function.identity(), (one, same) -> one, HashMap::new)));
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
                .createQuery("select " + columns(withBody) + " from published_article where slug = :slug")
                .bind("slug", slug).map((row, context) -> article(row, withBody)).findOne());
    }

    /** The public article that once had this slug. */
    Optional<PublishedArticle> present(String formerSlug) {
        return jdbi.withHandle(handle -> handle
                .createQuery("select " + COLUMNS + " from published_article"
                        + " where id = (select article_id from published_former_slug where slug = :slug)")
                .bind("slug", formerSlug).map((row, context) -> article(row, false)).findOne());
    }

    /** The public article that an alias leads to. */
    Optional<PublishedArticle> byAlias(String address) {
        return jdbi.withHandle(handle -> handle
                .createQuery("select " + COLUMNS + " from published_article"
                        + " where id = (select article_id from published_alias where url_hash = :hash)")
                .bind("hash", Aliases.hash(address)).map((row, context) -> article(row, false)).findOne());
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

    private static String columns(boolean withBody) {
        return withBody ? COLUMNS + ", body" : COLUMNS;
    }

    private PublishedArticle article(ResultSet row, boolean withBody) throws SQLException {
        return new PublishedArticle(Uuid7.of(row.getBytes("id")), row.getString("slug"), row.getInt("revision"),
                Moments.at(row, "published_at"), Moments.at(row, "updated_at"), Moments.at(row, "changed_at"),
                json.document(row.getBytes("summary")), withBody ? json.body(row.getBytes("body")) : List.<Block> of());
    }
}
