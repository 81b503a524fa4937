package org.depesche.content.article.rendered;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

import jakarta.inject.Singleton;

import org.depesche.content.article.view.DetailLevel;
import org.depesche.content.article.view.StorableArticleRenderer.RenderedArticle;
import org.depesche.content.listing.ListKind;
import org.depesche.content.machineuse.MachineUseConverter;
import org.depesche.kernel.Uuid7;
import org.depesche.platform.database.JdbcBatch;
import org.depesche.platform.database.JdbcReader;
import org.depesche.platform.database.Timestamps;
import org.depesche.platform.http.CacheTag;
import org.depesche.platform.http.ChangeLogPositionTracker;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The table {@code rendered_article}. Each read returns the position of the change log in the same statement. */
@Singleton
class RenderedArticleRepository {

    private static final String RENDERINGS = """
            select c.value, c.vocabulary, r.article_id, r.render_version, r.sequence, r.usable_until, r.watched, %s,
              r.is_free, r.slug, r.machine_use from change_counter c left join %s where c.id = 1""";
    private static final MachineUseConverter POLICIES = new MachineUseConverter();
    /** The columns of each view, by the ordinal of its {@link DetailLevel}. */
    private static final List<String> VIEWS = List.of("r.item_tags, r.item_modified_at, concat(r.card, '}')",
            "r.item_tags, r.item_modified_at, concat(r.card, r.summary, '}')",
            "r.full_tags, r.full_modified_at, concat(r.card, r.summary, r.rest, '}')");
    private static final List<IntFunction<String>> BY_ID = VIEWS.stream()
            .map(view -> statement(view, "rendered_article r force index (primary) on r.article_id in (%s) and r.site_id = ?"))
            .toList();
    /** Finds the article by its current slug: the slug of an outdated rendering may be another article's by now. */
    private static final List<IntFunction<String>> BY_SLUG = VIEWS.stream()
            .map(view -> statement(view, "(published_article a straight_join rendered_article r force index (primary)"
                    + " on r.article_id = a.id) on a.slug in (%s) and r.site_id = ?"))
            .toList();

    private final JdbcReader sql;
    private final Jdbi jdbi;
    private final ChangeLogPositionTracker positions;

    RenderedArticleRepository(JdbcReader sql, Jdbi jdbi, ChangeLogPositionTracker positions) {
        this.sql = sql;
        this.jdbi = jdbi;
        this.positions = positions;
    }

    /** Reads the renderings of articles by their ids. */
    List<StoredRendering> byIds(Collection<UUID> articles, UUID site, DetailLevel view) {
        var ids = articles.stream().map(Uuid7::bytes).toList();
        return sql.query(BY_ID.get(view.ordinal()).apply(ids.size()), statement -> bind(statement, ids, site), this::read);
    }

    /** Reads the renderings of articles by their current slugs. */
    List<StoredRendering> bySlugs(Collection<String> slugs, UUID site, DetailLevel view) {
        return sql.query(BY_SLUG.get(view.ordinal()).apply(slugs.size()), statement -> bind(statement, slugs, site),
                this::read);
    }

    /** Repeats the last value up to the number of parameters. */
    private static void bind(PreparedStatement statement, Collection<?> values, UUID site) throws SQLException {
        var all = List.copyOf(values);
        var parameters = parameters(all.size());
        for (var at = 0; at < parameters; at++) {
            statement.setObject(at + 1, all.get(Math.min(at, all.size() - 1)));
        }
        statement.setBytes(parameters + 1, Uuid7.bytes(site));
    }

    /** Rounds the number of values up to a power of two, so that each connection can cache all prepared statements. */
    private static int parameters(int values) {
        return values <= 1 ? 1 : Integer.highestOneBit(values - 1) * 2;
    }

    private static IntFunction<String> statement(String view, String among) {
        var texts = new ConcurrentHashMap<Integer, String>();
        return values -> texts.computeIfAbsent(parameters(values), parameters -> RENDERINGS.formatted(view,
                among.formatted(String.join(",", Collections.nCopies(parameters, "?")))));
    }

    private List<StoredRendering> read(ResultSet rows) throws SQLException {
        var found = new ArrayList<StoredRendering>();
        while (rows.next()) {
            var position = rows.getLong(1);
            if (rows.isFirst()) {
                positions.set(new ChangeLogPositionTracker.Position(position, rows.getLong(2)));
            }
            if (rows.getBytes(3) != null) {
                found.add(rendering(rows, position));
            }
        }
        return found;
    }

    private static StoredRendering rendering(ResultSet row, long position) throws SQLException {
        var article = Uuid7.of(row.getBytes(3));
        var cacheTags = StoredRendering.tags(row.getString(8));
        // tags that no response carries, though the date depends on them
        var outdating = StoredRendering.tags(row.getString(7));
        outdating.addAll(cacheTags);
        outdating.addAll(List.of(CacheTag.SITES, CacheTag.article(article)));
        var origin = new StoredRendering.Origin(row.getLong(4), row.getLong(5), Timestamps.find(row, 6).orElse(null),
                outdating);
        return new StoredRendering(article, position, origin, cacheTags, Timestamps.find(row, 9).orElse(null), row.getBytes(10),
                row.getBoolean(11), new StoredRendering.Policy(row.getString(12), row.getString(13)));
    }

    /**
     * Stores a rendering in the running transaction, unless the article was changed, or an author erased, since it was read.
     * It locks only the rows of that article and of its authors, so that other publications do not wait.
     *
     * @param sequence the position of the change log that was rendered
     */
    void write(UUID site, RenderedArticle rendered, long version, long sequence) {
        jdbi.useHandle(handle -> {
            insert(handle, site, rendered, version, sequence);
            // after the insert, which waits for an erasure that has begun
            if (!authorsExist(handle, rendered.authors())) {
                delete(handle, List.of(rendered.article().id()));
            }
        });
    }

    private static void insert(Handle handle, UUID site, RenderedArticle rendered, long version, long sequence) {
        var article = rendered.article();
        JdbcBatch.write(handle,
                """
                        replace into rendered_article (article_id, site_id, render_version, sequence, slug, machine_use,
                        is_free, usable_until, watched,
                        item_tags, item_modified_at, full_tags, full_modified_at, card, summary, rest)
                        select p.id, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ? from published_article p
                        where p.id = ? and p.revision = ? and p.changed_at = ? lock in share mode""",
                List.of(rendered),
                (row, all) -> row.id(site).number(version).number(sequence)
                        .text(article.slug()).text(POLICIES.convertToDatabaseColumn(all.machineUse()))
                        .flag(all.pieces().rest() != null)
                        .timestamp(all.usableUntil())
                        .text(text(all.watched())).text(text(all.item().cacheTags())).timestamp(all.item().modifiedAt())
                        .text(text(all.full().cacheTags())).timestamp(all.full().modifiedAt()).bytes(all.pieces().card())
                        .bytes(all.pieces().summary()).bytes(all.pieces().rest()).id(article.id()).number(article.revision())
                        .timestamp(article.changedAt()));
    }

    private static String text(Collection<CacheTag> tags) {
        return tags.stream().map(CacheTag::text).collect(Collectors.joining(" "));
    }

    private static boolean authorsExist(Handle handle, Set<UUID> authors) {
        return authors.isEmpty()
                || handle.createQuery("select id from author where id in (<ids>) order by id lock in share mode")
                        .bindList("ids", List.copyOf(authors)).mapTo(UUID.class).list().size() == authors.size();
    }

    void delete(Collection<UUID> articles) {
        if (!articles.isEmpty()) {
            jdbi.useHandle(handle -> delete(handle, articles));
        }
    }

    private static void delete(Handle handle, Collection<UUID> articles) {
        handle.createUpdate("delete from rendered_article where article_id in (<ids>)").bindList("ids", List.copyOf(articles))
                .execute();
    }

    /** Deletes all renderings that may name one of these authors. */
    void deleteByAuthors(Set<UUID> authors) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                delete r from rendered_article r join published_entry e on e.article_id = r.article_id
                  join published_list l on l.id = e.list_id where l.kind = :kind and l.value in (<authors>)""")
                .bind("kind", ListKind.AUTHOR.letter())
                .bindList("authors", authors.stream().map(Uuid7::bytes).toList()).execute());
    }
}
