package org.depesche.content.collection;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.content.site.Site;
import org.depesche.platform.page.PageQuery;
import org.depesche.platform.page.Slice;
import org.jdbi.v3.core.Jdbi;

/** Stores the articles of collections, in the desk's order. */
@ApplicationScoped
public class CollectionArticleRepository {

    static final String SORT = "desk";

    /**
     * Joins {@code m} with the articles that are public on a site: those with an entry in the site's list of all articles,
     * whose key begins with the article's {@code published_at}.
     */
    static final String JOIN_PUBLIC = """
            join published_article p on p.id = m.article_id
            join published_entry e force index (primary) on e.published_at = p.published_at and e.article_id = p.id
              and e.list_id = (select id from published_list where site_id = :site and kind = 'a' and value = '')
            """;

    private final Jdbi jdbi;

    CollectionArticleRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Returns all articles of a collection, public or not. */
    public List<UUID> articleIds(UUID collection) {
        return jdbi.withHandle(handle -> handle
                .createQuery("select article_id from collection_article where collection_id = ? order by position")
                .bind(0, collection).mapTo(UUID.class).list());
    }

    /** Returns the articles as of the latest commit. The caller has locked the collection. */
    public List<UUID> articleIdsForUpdate(UUID collection) {
        return jdbi.withHandle(handle -> handle
                .createQuery("select article_id from collection_article where collection_id = ? order by position for update")
                .bind(0, collection).mapTo(UUID.class).list());
    }

    /** Replaces the articles of a collection. */
    public void replace(UUID collection, List<UUID> articles) {
        jdbi.useHandle(handle -> {
            handle.createUpdate("delete from collection_article where collection_id = ?").bind(0, collection).execute();
            if (articles.isEmpty()) {
                return;
            }
            var batch = handle
                    .prepareBatch("insert into collection_article (collection_id, position, article_id) values (?, ?, ?)");
            for (var i = 0; i < articles.size(); i++) {
                batch.add(collection, i, articles.get(i));
            }
            batch.execute();
        });
    }

    /**
     * Returns a page of the articles that are public on the site. The key is an article and its position. The article's current
     * position counts, because the desk may have moved it. The old position counts only when the article was removed.
     */
    Slice<CollectionMember> page(Site site, UUID collection, PageQuery page) {
        var rows = jdbi.withHandle(handle -> {
            var query = handle.createQuery("select straight_join m.position, m.article_id from collection_article m"
                    + " force index (primary) " + JOIN_PUBLIC + " where m.collection_id = :collection" + keysetCondition(page)
                    + " order by m.position" + (page.isBackwards() ? " desc" : "") + " limit " + page.fetchSize())
                    .bind("site", site.id()).bind("collection", collection);
            if (!page.key().isEmpty()) {
                int position = page.key(0, Integer::valueOf);
                UUID article = page.key(1, UUID::fromString);
                query.bind("position", position).bind("article", article);
            }
            return query.map(
                    (row, context) -> new CollectionMember(row.getInt(1), context.findColumnMapperFor(UUID.class).orElseThrow()
                            .map(row, 2, context)))
                    .list();
        });
        return page.slice(rows, row -> List.of(Integer.toString(row.position()), row.article().toString()));
    }

    private static String keysetCondition(PageQuery page) {
        if (page.key().isEmpty()) {
            return "";
        }
        // at the old position of a removed article is now the article that followed it
        var position = " coalesce((select position from collection_article where collection_id = :collection"
                + " and article_id = :article), :position" + (page.isBackwards() ? "" : " - 1") + ")";
        return " and m.position " + (page.isBackwards() ? "<" : ">") + position;
    }

    long total(Site site, UUID collection) {
        return jdbi.withHandle(handle -> handle
                .createQuery("select straight_join count(*) from collection_article m force index (primary) " + JOIN_PUBLIC
                        + " where m.collection_id = :collection")
                .bind("site", site.id()).bind("collection", collection).mapTo(Long.class).one());
    }

    /** Returns the number of articles in each collection, public or not. An empty collection is absent. */
    public Map<UUID, Integer> sizes(Collection<UUID> collections) {
        return collections.isEmpty() ? Map.of()
                : jdbi.withHandle(handle -> handle
                        .createQuery("select collection_id, count(*) size from collection_article"
                                + " where collection_id in (<ids>) group by collection_id")
                        .bindList("ids", List.copyOf(collections)).reduceRows(new HashMap<>(), (sizes, row) -> {
                            sizes.put(row.getColumn("collection_id", UUID.class), row.getColumn("size", Integer.class));
                            return sizes;
                        }));
    }

    record CollectionMember(int position, UUID article) {
    }
}
