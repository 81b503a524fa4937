package org.depesche.content.projection;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.content.listing.ListKey;
import org.depesche.content.model.ContentJsonMapper;
import org.depesche.platform.database.DuplicateKey;
import org.depesche.platform.database.JdbcBatch;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Writes the rows of the projection, but neither lists nor events. */
@ApplicationScoped
public class PublishedArticleWriter {

    private final Jdbi jdbi;
    private final ContentJsonMapper json;
    private final AliasRepository aliases;

    PublishedArticleWriter(Jdbi jdbi, ContentJsonMapper json, AliasRepository aliases) {
        this.jdbi = jdbi;
        this.json = json;
        this.aliases = aliases;
    }

    /**
     * Writes articles, their former slugs and their aliases.
     * @param before the previous versions of those articles that were public
     */
    public void write(List<PublishedArticle> articles, Map<UUID, PublishedArticle> before) {
        jdbi.useHandle(handle -> {
            insert(handle, articles.stream().filter(article -> !before.containsKey(article.id())).toList());
            update(handle, articles.stream().filter(article -> before.containsKey(article.id())).toList());
            updateFormerSlugs(handle, articles, before);
            aliases.write(handle, articles.stream().filter(article -> !before.containsKey(article.id())
                    || !before.get(article.id()).content().distribution().aliases()
                            .equals(article.content().distribution().aliases()))
                    .toList());
            var ids = articles.stream().map(PublishedArticle::id).filter(id -> !before.containsKey(id)).toList();
            if (!ids.isEmpty()) {
                handle.createUpdate("delete from withdrawn_article where id in (<ids>)").bindList("ids", ids).execute();
            }
        });
    }

    /** Inserts are separate from updates, because the driver combines only inserts into one packet. */
    private void insert(Handle handle, List<PublishedArticle> articles) {
        write(handle, articles, """
                insert into published_article (slug, revision, published_at, updated_at, changed_at, translation_group,
                  summary, body, serial, id) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""");
    }

    private void update(Handle handle, List<PublishedArticle> articles) {
        write(handle, articles, """
                update published_article set slug = ?, revision = ?, published_at = ?, updated_at = ?, changed_at = ?,
                  translation_group = ?, summary = ?, body = ?, serial = ? where id = ?""");
    }

    private void write(Handle handle, List<PublishedArticle> articles, String sql) {
        DuplicateKey.detect("another transaction published the article", () -> JdbcBatch.write(handle, sql, articles,
                (row, article) -> row.text(article.slug()).number(article.revision()).timestamp(article.publishedAt())
                        .timestamp(article.updatedAt()).timestamp(article.changedAt())
                        .id(article.content().distribution().translationOf())
                        .bytes(json.write(article.publishedContent())).bytes(json.write(article.body()))
                        .number(article.serial()).id(article.id())));
    }

    private static void updateFormerSlugs(Handle handle, List<PublishedArticle> articles, Map<UUID, PublishedArticle> before) {
        var renamed = articles.stream().filter(
                article -> before.containsKey(article.id()) && !before.get(article.id()).slug().equals(article.slug()))
                .toList();
        if (renamed.isEmpty()) {
            return;
        }
        var former = handle.prepareBatch("insert ignore into published_former_slug (slug, article_id) values (?, ?)");
        renamed.forEach(article -> former.add(before.get(article.id()).slug(), article.id()));
        former.execute();
        handle.createUpdate("delete from published_former_slug where slug in (<slugs>)")
                .bindList("slugs", renamed.stream().map(PublishedArticle::slug).toList()).execute();
    }

    /** Updates the time of change of those articles that are public, and returns their ids. */
    public Set<UUID> markChanged(Collection<UUID> articles, Instant at) {
        if (articles.isEmpty()) {
            return Set.of();
        }
        return jdbi.withHandle(handle -> {
            var found = handle.createQuery("select id from published_article where id in (<ids>) order by id for update")
                    .bindList("ids", List.copyOf(articles)).mapTo(UUID.class).set();
            if (!found.isEmpty()) {
                handle.createUpdate("update published_article set changed_at = greatest(changed_at, :at) where id in (<ids>)")
                        .bind("at", at).bindList("ids", List.copyOf(found)).execute();
            }
            return found;
        });
    }

    /**
     * Deletes articles from the projection. Former slugs and aliases stay, and the current slug becomes a former slug.
     * They lead nowhere while the article is not public, and work again when it returns.
     */
    public void delete(List<PublishedArticle> articles) {
        jdbi.useHandle(handle -> {
            handle.createUpdate("delete from published_article where id in (<ids>)")
                    .bindList("ids", articles.stream().map(PublishedArticle::id).toList()).execute();
            JdbcBatch.write(handle, "insert ignore into published_former_slug (slug, article_id) values (?, ?)", articles,
                    (row, article) -> row.text(article.slug()).id(article.id()));
        });
    }

    /** Deletes everything about an article except its row in the projection, which is deleted already. */
    public void deleteTraces(UUID article) {
        jdbi.useHandle(handle -> {
            for (var table : List.of("published_former_slug where article_id", "published_alias where article_id",
                    "withdrawn_article where id", "article_pick where article_id", "article_pick where picked_id")) {
                handle.createUpdate("delete from " + table + " = ?").bind(0, article).execute();
            }
        });
    }

    /** Deletes the tombstones of articles, and returns the ids of those that had one. */
    public Set<UUID> deleteTombstones(List<UUID> articles) {
        return jdbi.withHandle(handle -> {
            var found = handle.createQuery("select id from withdrawn_article where id in (<ids>) for update")
                    .bindList("ids", articles).mapTo(UUID.class).set();
            if (!found.isEmpty()) {
                handle.createUpdate("delete from withdrawn_article where id in (<ids>)").bindList("ids", List.copyOf(found))
                        .execute();
            }
            return found;
        });
    }

    /** @param lists the lists in which the article was */
    public void insertTombstone(PublishedArticle article, Collection<String> sites, Collection<ListKey> lists,
            @Nullable String notice, Instant at) {
        var origin = article.content().distribution().origin();
        jdbi.useHandle(handle -> handle.createUpdate("""
                replace into withdrawn_article (id, slug, sites, withdrawn_at, notice, published_at, guid, lists)
                values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .bind(0, article.id()).bind(1, article.slug()).bind(2, String.join(" ", sites)).bind(3, at)
                .bindByType(4, notice, String.class).bind(5, article.publishedAt())
                .bindByType(6, origin == null ? null : origin.guid(), String.class)
                .bind(7, lists.stream().map(ListKey::toText).sorted().collect(Collectors.joining(" "))).execute());
    }
}
