package org.depesche.content.projection;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.kernel.Slug;
import org.depesche.kernel.Uuid7;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;

/** Reads tombstones: that an article existed, and why it was withdrawn. */
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

    private static Optional<Tombstone> findFirst(Query query) {
        return query.reduceRows(Optional.<Tombstone> empty(),
                (none, row) -> Optional.of(new Tombstone(row.getColumn("id", UUID.class),
                        row.getColumn("slug", String.class), Set.of(row.getColumn("sites", String.class).split(" ")),
                        row.getColumn("withdrawn_at", Instant.class),
                        Optional.ofNullable(row.getColumn("notice", String.class)))));
    }

    /** A withdrawn article. */
    public record Tombstone(UUID id, String slug, Set<String> sites, Instant withdrawnAt, Optional<String> notice) {
    }
}
