package org.depesche.content.collection;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.content.article.view.Article;
import org.depesche.content.article.view.ArticleCollections;
import org.depesche.content.projection.CollectionMemberships;
import org.depesche.content.site.Site;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.result.RowView;
import org.jspecify.annotations.Nullable;

/** Reads which collections list an article. */
@ApplicationScoped
class CollectionMembershipRepository implements ArticleCollections, CollectionMemberships {

    private static final String SERIES = " = 'series'";

    /**
     * Numbers the public parts of each series that lists any of the articles. Each series is numbered once, however
     * many of the articles it lists.
     */
    private static final String MEMBERSHIPS_TO_SHOW = """
            select s.article_id, c.id, c.slug, c.name, c.type, n.part
            from collection_article s force index (by_article)
            join collection c on c.id = s.collection_id and c.site_id = :site
            left join (
              select straight_join m.collection_id, m.article_id,
                row_number() over (partition by m.collection_id order by m.position) part
              from (
                select distinct x.collection_id from collection_article x force index (by_article)
                join collection y on y.id = x.collection_id and y.site_id = :site and y.type = 'series'
                where x.article_id in (<ids>)
              ) series
              join collection_article m force index (primary) on m.collection_id = series.collection_id
              %s
            ) n on n.collection_id = s.collection_id and n.article_id = s.article_id
            where s.article_id in (<ids>)
            order by c.name, c.id""".formatted(CollectionArticleRepository.JOIN_PUBLIC);

    private final CollectionRepository collections;
    private final Jdbi jdbi;

    CollectionMembershipRepository(CollectionRepository collections, Jdbi jdbi) {
        this.collections = collections;
        this.jdbi = jdbi;
    }

    @Override
    public Optional<CollectionRef> bySlug(Site site, String slug) {
        return collections.find(site.id(), slug).map(found -> new CollectionRef(found.id(), found.slug()));
    }

    @Override
    public Optional<String> meant(Site site, String ref) {
        return collections.meant(site.id(), ref);
    }

    @Override
    public Set<UUID> articlesIn(Collection<UUID> ids) {
        return ids.isEmpty() ? Set.of()
                : jdbi.withHandle(handle -> handle
                        .createQuery("select distinct article_id from collection_article where collection_id in (<ids>)")
                        .bindList("ids", List.copyOf(ids)).mapTo(UUID.class).set());
    }

    @Override
    public Optional<UUID> deletedBySlug(Site site, String slug) {
        return collections.deletedId(site.id(), slug);
    }

    @Override
    public Map<UUID, List<CollectionMembership>> viewsByArticle(Site site, Collection<UUID> articles) {
        var listedIds = articles.isEmpty() ? List.<UUID> of() : listedArticles(articles);
        if (listedIds.isEmpty()) {
            return Map.of();
        }
        return jdbi.withHandle(handle -> handle
                .createQuery(MEMBERSHIPS_TO_SHOW)
                .bind("site", site.id()).bindList("ids", listedIds)
                .reduceRows(new HashMap<>(), (membershipsById, row) -> {
                    membershipsById.computeIfAbsent(row.getColumn("article_id", UUID.class), id -> new ArrayList<>())
                            .add(view(row));
                    return membershipsById;
                }));
    }

    /** Returns those articles that a collection lists: nearly always none, and the whole statement takes ten times as long. */
    private List<UUID> listedArticles(Collection<UUID> articles) {
        return jdbi.withHandle(handle -> handle
                .createQuery("select distinct article_id from collection_article force index (by_article)"
                        + " where article_id in (<ids>)")
                .bindList("ids", List.copyOf(articles)).mapTo(UUID.class).list());
    }

    private static CollectionMembership view(RowView row) {
        return new CollectionMembership(row.getColumn("id", UUID.class),
                new Article.CollectionView(row.getColumn("slug", String.class), row.getColumn("name", String.class),
                        row.getColumn("type", String.class), part(row)));
    }

    private static @Nullable Integer part(RowView row) {
        return row.getColumn("part", Integer.class);
    }

    /**
     * Reads with a lock, because the transaction's snapshot may be older than a save of the desk. Otherwise neither the
     * publication nor the save would log that the article is in the collection now.
     */
    @Override
    public Map<UUID, ArticleMemberships> memberships(Collection<UUID> articles) {
        if (articles.isEmpty()) {
            return Map.of();
        }
        var members = jdbi.withHandle(handle -> handle
                .createQuery("select article_id, collection_id, (select c.type" + SERIES
                        + " from collection c where c.id = collection_id) ordered"
                        + " from collection_article force index (by_article) where article_id in (<ids>) lock in share mode")
                .bindList("ids", List.copyOf(articles)).reduceRows(new ArrayList<MembershipRow>(), (found, row) -> {
                    found.add(new MembershipRow(row.getColumn("article_id", UUID.class),
                            row.getColumn("collection_id", UUID.class),
                            Boolean.TRUE.equals(row.getColumn("ordered", Boolean.class))));
                    return found;
                }));
        var following = following(members.stream().filter(MembershipRow::isSeriesPart).map(MembershipRow::article).toList());
        return members.stream().collect(Collectors.groupingBy(MembershipRow::article,
                Collectors.mapping(MembershipRow::collection, Collectors.toSet()))).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey,
                        entry -> new ArticleMemberships(entry.getValue(), following.getOrDefault(entry.getKey(), Set.of()))));
    }

    private Map<UUID, Set<UUID>> following(List<UUID> articles) {
        return articles.isEmpty() ? Map.of()
                : jdbi.withHandle(handle -> handle
                        .createQuery("select s.article_id, m.article_id next_id from collection_article s"
                                + " join collection c on c.id = s.collection_id and c.type" + SERIES
                                + " join collection_article m on m.collection_id = s.collection_id"
                                + " and m.position > s.position where s.article_id in (<ids>)")
                        .bindList("ids", articles).reduceRows(new HashMap<>(), (found, row) -> {
                            found.computeIfAbsent(row.getColumn("article_id", UUID.class), id -> new HashSet<>())
                                    .add(row.getColumn("next_id", UUID.class));
                            return found;
                        }));
    }

    private record MembershipRow(UUID article, UUID collection, boolean isSeriesPart) {
    }
}
