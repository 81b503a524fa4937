package org.depesche.content.projection;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.kernel.Uuid7;
import org.depesche.platform.database.DuplicateKey;
import org.depesche.platform.database.JdbcBatch;
import org.depesche.platform.problem.Problem;
import org.depesche.platform.problem.ProblemType;
import org.jdbi.v3.core.Handle;

/**
 * Writes which addresses lead to which article. What no public or withdrawn article has is taken over; an alias of one is
 * never taken silently: who publishes asks before, and whoever took it meanwhile makes the transaction start again.
 */
@ApplicationScoped
class AliasRepository {

    /** @param articles those that came, or whose aliases are others now; their rows in the projection are written */
    void write(Handle handle, List<PublishedArticle> articles) {
        if (articles.isEmpty()) {
            return;
        }
        var rows = rows(articles);
        var own = articles.stream().map(PublishedArticle::id).collect(Collectors.toSet());
        var standing = existing(handle, rows.keySet(), own);
        deleteOwn(handle, standing.values().stream().filter(row -> own.contains(row.article())).map(Row::key).toList(), own);
        deleteOrphans(handle, standing.values().stream().filter(row -> !own.contains(row.article())).map(Row::key).toList());
        DuplicateKey.detect("another article has the address", () -> JdbcBatch.write(handle,
                "insert into published_alias (url_hash, url, article_id) values (?, ?, ?)", rows.values(),
                (values, row) -> values.id(row.key()).text(row.url()).id(row.article())));
    }

    private static Map<UUID, Row> rows(List<PublishedArticle> articles) {
        var rows = new HashMap<UUID, Row>();
        articles.forEach(article -> article.content().distribution().aliases().forEach(alias -> {
            var row = new Row(UrlOwnership.urlHash(alias), alias, article.id());
            var first = rows.putIfAbsent(row.key(), row);
            if (first != null && !first.article().equals(row.article())) {
                throw new Problem(ProblemType.NOT_PUBLISHABLE,
                        "Two articles that are published together have the alias \"" + alias + "\".");
            }
        }));
        return rows;
    }

    /** Read without a lock: nearly always nothing is there, and the gaps where something could be would be locked. */
    private static Map<UUID, Row> existing(Handle handle, Set<UUID> keys, Set<UUID> articles) {
        var found = new HashMap<UUID, Row>();
        var select = "select url_hash, url, article_id from published_alias where article_id in (<articles>)"
                + (keys.isEmpty() ? ""
                        : " union select url_hash, url, article_id from published_alias where url_hash in (<keys>)");
        var query = handle.createQuery(select).bindList("articles", bytes(articles));
        (keys.isEmpty() ? query : query.bindList("keys", bytes(keys)))
                .map((row, context) -> new Row(Uuid7.of(row.getBytes(1)), row.getString(2), Uuid7.of(row.getBytes(3))))
                .forEach(row -> found.put(row.key(), row));
        return found;
    }

    private static void deleteOwn(Handle handle, List<UUID> keys, Set<UUID> articles) {
        if (!keys.isEmpty()) {
            handle.createUpdate("delete from published_alias where url_hash in (<keys>) and article_id in (<articles>)")
                    .bindList("keys", bytes(keys)).bindList("articles", bytes(articles)).execute();
        }
    }

    /** Looks again, at what is true now: its article may be coming back at this moment. */
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
