package org.depesche.content.article.rendered;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.content.article.view.DetailLevel;
import org.depesche.content.article.view.StorableArticleRenderer.RenderedArticle;
import org.depesche.content.listing.ListKind;
import org.depesche.content.machineuse.MachineUseConverter;
import org.depesche.kernel.Uuid7;
import org.depesche.platform.database.JdbcBatch;
import org.depesche.platform.database.JdbcReader;
import org.depesche.platform.database.Timestamps;
import org.depesche.platform.http.CacheTag;
import org.depesche.platform.http.ChangeLogPosition;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The table {@code rendered_article}. Each read returns the position of the change log in the same statement. */
@ApplicationScoped
class RenderedArticleRepository {

    private static final String ONE = """
            select c.value, c.vocabulary, r.article_id, r.render_version, r.sequence, r.usable_until, r.watched, %s,
              r.is_free, r.slug, r.machine_use from change_counter c left join %s where c.id = 1""";
    private static final String BY_ID = "rendered_article r on r.article_id = ? and r.site_id = ?";
    private static final String BY_SLUG = "published_article a on a.slug = ?"
            + " left join rendered_article r on r.article_id = a.id and r.site_id = ?";
    private static final MachineUseConverter POLICIES = new MachineUseConverter();
    /** In the order of the levels of detail. */
    private static final List<String> VIEWS = List.of("r.item_tags, r.item_modified_at, concat(r.card, '}')",
            "r.item_tags, r.item_modified_at, concat(r.card, r.summary, '}')",
            "r.full_tags, r.full_modified_at, concat(r.card, r.summary, r.rest, '}')");
    private static final List<String> ONE_BY_ID = VIEWS.stream().map(view -> ONE.formatted(view, BY_ID)).toList();
    private static final List<String> ONE_BY_SLUG = VIEWS.stream().map(view -> ONE.formatted(view, BY_SLUG)).toList();

    private final JdbcReader sql;
    private final Jdbi jdbi;
    private final ChangeLogPosition positions;

    RenderedArticleRepository(JdbcReader sql, Jdbi jdbi, ChangeLogPosition positions) {
        this.sql = sql;
        this.jdbi = jdbi;
        this.positions = positions;
    }

    Optional<StoredRendering> byId(UUID article, UUID site, DetailLevel view) {
        return sql.query(ONE_BY_ID.get(view.ordinal()), statement -> {
            statement.setBytes(1, Uuid7.bytes(article));
            statement.setBytes(2, Uuid7.bytes(site));
        }, this::read).renderings().stream().findFirst();
    }

    Optional<StoredRendering> bySlug(String slug, UUID site, DetailLevel view) {
        return sql.query(ONE_BY_SLUG.get(view.ordinal()), statement -> {
            statement.setString(1, slug);
            statement.setBytes(2, Uuid7.bytes(site));
        }, this::read).renderings().stream().findFirst();
    }

    StoredRendering.Rows byIds(Collection<UUID> articles, UUID site, DetailLevel view) {
        var among = "rendered_article r force index (primary) on r.article_id in ("
                + String.join(",", Collections.nCopies(articles.size(), "?")) + ") and r.site_id = ?";
        return sql.query(ONE.formatted(VIEWS.get(view.ordinal()), among), statement -> bind(statement, articles, site),
                this::read);
    }

    private static void bind(PreparedStatement statement, Collection<UUID> articles, UUID site) throws SQLException {
        var position = 0;
        for (var article : articles) {
            statement.setBytes(++position, Uuid7.bytes(article));
        }
        statement.setBytes(++position, Uuid7.bytes(site));
    }

    /** Reads the position of the change log alone. */
    StoredRendering.Rows none() {
        return sql.query("select value, vocabulary from change_counter where id = 1", statement -> {
        }, row -> {
            row.next();
            positions.set(new ChangeLogPosition.Position(row.getLong(1), row.getLong(2)));
            return new StoredRendering.Rows(row.getLong(1), List.of());
        });
    }

    private StoredRendering.Rows read(ResultSet rows) throws SQLException {
        var found = new ArrayList<StoredRendering>();
        var position = 0L;
        while (rows.next()) {
            position = rows.getLong(1);
            if (rows.isFirst()) {
                positions.set(new ChangeLogPosition.Position(position, rows.getLong(2)));
            }
            var id = rows.getBytes(3);
            if (id != null) {
                var origin = new StoredRendering.Origin(rows.getLong(4), rows.getLong(5),
                        Timestamps.find(rows, 6).orElse(null), StoredRendering.tags(rows.getString(7)));
                found.add(new StoredRendering(Uuid7.of(id), position, origin, StoredRendering.tags(rows.getString(8)),
                        Timestamps.find(rows, 9).orElse(null), rows.getBytes(10), rows.getBoolean(11),
                        new StoredRendering.Policy(rows.getString(12), rows.getString(13))));
            }
        }
        return new StoredRendering.Rows(position, found);
    }

    /**
     * Stores a rendering in the running transaction, unless the article was changed, or an author erased, since it was read.
     * The locks are those of the rows that would have to change for that, so nobody else waits for them.
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
                        where p.id = ? and p.revision = ? and p.changed_at = ?lock in share mode""",
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
