package org.depesche.content.projection;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.content.listing.ListKey;
import org.depesche.content.projection.url.UrlNormalizer;
import org.depesche.kernel.Slug;
import org.depesche.kernel.Uuid7;
import org.depesche.platform.database.Timestamps;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;

/** Reads the tombstones of withdrawn articles, which responses 410 and feeds show. */
@ApplicationScoped
public class WithdrawnArticles {

    private static final String QUERY = "select id, slug, sites, withdrawn_at, notice from withdrawn_article where ";

    private final Jdbi jdbi;

    WithdrawnArticles(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Finds a tombstone by the article's id, or by any slug that the article had. */
    public Optional<Tombstone> find(String ref) {
        var id = Uuid7.parse(ref);
        if (id.isEmpty() && !Slug.isSlug(ref)) {
            return Optional.empty();
        }
        return jdbi.withHandle(handle -> {
            var query = id.isPresent() ? handle.createQuery(QUERY + "id = ?").bind(0, id.get())
                    : handle.createQuery(QUERY + "slug = :slug union all " + QUERY
                            + "id = (select article_id from published_former_slug where slug = :slug) limit 1")
                            .bind("slug", ref);
            return findFirst(query);
        });
    }

    /** Finds a tombstone by an alias of the article. */
    public Optional<Tombstone> byAlias(String address) {
        return jdbi.withHandle(handle -> findFirst(handle
                .createQuery(QUERY + "id = (select article_id from published_alias where url_hash = :hash)")
                .bind("hash", UrlNormalizer.hash(address))));
    }

    /** Returns the articles that were withdrawn after a moment, the latest withdrawal first, with the lists they were in. */
    public List<Withdrawal> since(Instant moment, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                select id, guid, published_at, withdrawn_at, lists from withdrawn_article
                where withdrawn_at > ? and lists <> '' order by withdrawn_at desc, id limit ?""").bind(0, moment).bind(1, limit)
                .map((row, context) -> new Withdrawal(Uuid7.of(row.getBytes("id")),
                        Optional.ofNullable(row.getString("guid")), Timestamps.at(row, "published_at"),
                        Timestamps.at(row, "withdrawn_at"),
                        Arrays.stream(row.getString("lists").split(" ")).map(ListKey::parse).collect(Collectors.toSet())))
                .list());
    }

    /** A withdrawn article with the members that feeds show. */
    public record Withdrawal(UUID id, Optional<String> guid, Instant publishedAt, Instant withdrawnAt, Set<ListKey> lists) {
        public Withdrawal {
            lists = Set.copyOf(lists);
        }
    }

    private static Optional<Tombstone> findFirst(Query query) {
        return query.reduceRows(Optional.<Tombstone> empty(),
                (none, row) -> Optional.of(new Tombstone(row.getColumn("id", UUID.class),
                        row.getColumn("slug", String.class), Set.of(row.getColumn("sites", String.class).split(" ")),
                        row.getColumn("withdrawn_at", Instant.class),
                        Optional.ofNullable(row.getColumn("notice", String.class)))));
    }

    /**
     * A withdrawn article.
     *
     * @param sites the slugs of its sites
     * @param notice the public reason of the withdrawal
     */
    public record Tombstone(UUID id, String slug, Set<String> sites, Instant withdrawnAt, Optional<String> notice) {
    }
}
