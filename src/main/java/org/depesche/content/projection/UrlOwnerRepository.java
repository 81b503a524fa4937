package org.depesche.content.projection;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.kernel.Slug;
import org.depesche.kernel.Uuid7;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Finds the public and withdrawn articles that own an alias, an id or a slug. */
@ApplicationScoped
class UrlOwnerRepository {

    private final Jdbi jdbi;

    UrlOwnerRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * An article that owns a URL.
     *
     * @param withdrawnFrom the slugs of the sites of a withdrawn article; null for a public one, and for aliases
     */
    record Owner(UUID article, String slug, @Nullable String withdrawnFrom) {
    }

    /** Returns the owners of aliases, by the hash of the URL. */
    Map<UUID, Owner> byAlias(Collection<UUID> hashes) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                select a.url_hash, a.article_id, coalesce(p.slug, w.slug) from published_alias a
                  left join published_article p on p.id = a.article_id left join withdrawn_article w on w.id = a.article_id
                where a.url_hash in (<keys>) and (p.id is not null or w.id is not null)""")
                .bindList("keys", hashes.stream().map(Uuid7::bytes).toList())
                .map((row, context) -> Map.entry(Uuid7.of(row.getBytes(1)),
                        new Owner(Uuid7.of(row.getBytes(2)), row.getString(3), null)))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /** Returns the articles that have each id, and those that have or had each slug. */
    Map<String, List<Owner>> byRefs(Set<String> refs) {
        if (refs.isEmpty()) {
            return Map.of();
        }
        var ids = refs.stream().flatMap(ref -> Uuid7.parse(ref).stream()).map(Uuid7::bytes).toList();
        var slugs = refs.stream().filter(Slug::isSlug).toList();
        var found = new HashMap<String, List<Owner>>();
        if (!ids.isEmpty()) {
            collect(found, """
                    select null, id, slug, null from published_article where id in (<refs>)
                    union select null, id, slug, sites from withdrawn_article where id in (<refs>)""", ids);
        }
        if (!slugs.isEmpty()) {
            collect(found, """
                    select slug, id, slug, null from published_article where slug in (<refs>)
                    union select slug, id, slug, sites from withdrawn_article where slug in (<refs>)
                    union select f.slug, p.id, p.slug, null from published_former_slug f
                      join published_article p on p.id = f.article_id where f.slug in (<refs>)
                    union select f.slug, w.id, w.slug, w.sites from published_former_slug f
                      join withdrawn_article w on w.id = f.article_id where f.slug in (<refs>)""", slugs);
        }
        return found;
    }

    private void collect(Map<String, List<Owner>> found, String select, List<?> refs) {
        jdbi.useHandle(handle -> handle.createQuery(select).bindList("refs", refs).map((row, context) -> {
            var id = Uuid7.of(row.getBytes(2));
            return Map.entry(row.getString(1) == null ? id.toString() : row.getString(1),
                    new Owner(id, row.getString(3), row.getString(4)));
        }).forEach(entry -> found.computeIfAbsent(entry.getKey(), ref -> new ArrayList<>()).add(entry.getValue())));
    }
}
