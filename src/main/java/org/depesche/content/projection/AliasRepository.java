package org.depesche.content.projection;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.content.projection.url.UrlOwnership;
import org.depesche.kernel.Uuid7;
import org.depesche.platform.database.DuplicateKey;
import org.depesche.platform.database.JdbcBatch;
import org.depesche.platform.problem.Problem;
import org.depesche.platform.problem.ProblemType;
import org.jdbi.v3.core.Handle;

/**
 * Stores which old URLs (aliases) redirect to which article. An alias of an article that is neither public nor
 * withdrawn is taken over. An alias of another article is never taken over: publishing checks the owner first, and a
 * concurrent change makes the transaction start again.
 */
@ApplicationScoped
class AliasRepository {

    /** @param articles new articles, or articles with changed aliases; their rows in the projection are written already */
    void write(Handle handle, List<PublishedArticle> articles) {
        if (articles.isEmpty()) {
            return;
        }
        var rows = rows(articles);
        var ownIds = articles.stream().map(PublishedArticle::id).collect(Collectors.toSet());
        var existing = existing(handle, rows.keySet(), ownIds);
        deleteOwn(handle, existing.values().stream().filter(row -> ownIds.contains(row.article())).map(Row::key).toList(),
                ownIds);
        deleteOrphans(handle, existing.values().stream().filter(row -> !ownIds.contains(row.article())).map(Row::key).toList());
        DuplicateKey.detect("another article has the address", () -> JdbcBatch.write(handle,
                "insert into published_alias (url_hash, url, article_id) values (?, ?, ?)", rows.values(),
                (values, row) -> values.id(row.key()).text(row.url()).id(row.article())));
    }

    private static Map<UUID, Row> rows(List<PublishedArticle> articles) {
        var rows = new HashMap<UUID, Row>();
        articles.forEach(article -> article.content().distribution().aliases().forEach(alias -> {
            var row = new Row(UrlOwnership.urlHash(alias), alias, article.id());
            var earlier = rows.putIfAbsent(row.key(), row);
            if (earlier != null && !earlier.article().equals(row.article())) {
                throw new Problem(ProblemType.NOT_PUBLISHABLE,
                        "Two articles that are published together have the alias \"" + alias + "\".");
            }
        }));
        return rows;
    }

    /** Read without a lock. Usually no row exists, and a locking read would lock the gaps where rows could be. */
    private static Map<UUID, Row> existing(Handle handle, Set<UUID> keys, Set<UUID> articles) {
        var rowsByKey = new HashMap<UUID, Row>();
        var select = "select url_hash, url, article_id from published_alias where article_id in (<articles>)"
                + (keys.isEmpty() ? ""
                        : " union select url_hash, url, article_id from published_alias where url_hash in (<keys>)");
        var query = handle.createQuery(select).bindList("articles", bytes(articles));
        (keys.isEmpty() ? query : query.bindList("keys", bytes(keys)))
                .map((row, context) -> new Row(Uuid7.of(row.getBytes(1)), row.getString(2), Uuid7.of(row.getBytes(3))))
                .forEach(row -> rowsByKey.put(row.key(), row));
        return rowsByKey;
    }

    private static void deleteOwn(Handle handle, List<UUID> keys, Set<UUID> articles) {
        if (!keys.isEmpty()) {
            handle.createUpdate("delete from published_alias where url_hash in (<keys>) and article_id in (<articles>)")
                    .bindList("keys", bytes(keys)).bindList("articles", bytes(articles)).execute();
        }
    }

    /** Checks again in the delete statement, because the alias's article may be published at the same moment. */
    private static void deleteOrphans(Handle handle, List<UUID> keys) {
        if (!keys.isEmpty()) {
            handle.createUpdate("""
                    delete from published_alias where url_hash in (<keys>)
                      and not exists (select 1 from published_article p where p.id = article_id)
                      and not exists (select 1 from withdrawn_article w where w.id = article_id)""")
                    .bindList("keys", bytes(keys)).execute();
        }
    }

    private static List<byte[]> bytes(Collection<UUID> ids) {
        return ids.stream().map(Uuid7::bytes).toList();
    }

    private record Row(UUID key, String url, UUID article) {
    }
}
