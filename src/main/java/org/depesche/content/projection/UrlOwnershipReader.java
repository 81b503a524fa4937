package org.depesche.content.projection;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.content.category.Categories;
import org.depesche.content.site.Site;
import org.depesche.content.site.Sites;
import org.depesche.kernel.Slug;
import org.depesche.kernel.Uuid7;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Reads the owners of URLs, with a number of statements that does not depend on the number of URLs. */
@ApplicationScoped
public class UrlOwnershipReader {

    private final Jdbi jdbi;
    private final PublishedArticles articles;
    private final Sites sites;
    private final Categories categories;

    UrlOwnershipReader(Jdbi jdbi, PublishedArticles articles, Sites sites, Categories categories) {
        this.jdbi = jdbi;
        this.articles = articles;
        this.sites = sites;
        this.categories = categories;
    }

    /** The owners of URLs, by the aliases and by the current and former slugs of public and withdrawn articles. */
    public UrlOwnership read(Collection<String> urls) {
        var ownership = new UrlOwnership();
        if (!urls.isEmpty()) {
            readByAlias(urls, ownership);
            readByTemplate(Set.copyOf(urls), ownership);
        }
        return ownership;
    }

    private void readByAlias(Collection<String> urls, UrlOwnership ownership) {
        var keys = urls.stream().map(UrlOwnership::urlHash).distinct().map(Uuid7::bytes).toList();
        jdbi.useHandle(handle -> handle.createQuery("""
                select a.url_hash, a.article_id, coalesce(p.slug, w.slug) from published_alias a
                  left join published_article p on p.id = a.article_id left join withdrawn_article w on w.id = a.article_id
                where a.url_hash in (<keys>) and (p.id is not null or w.id is not null)""").bindList("keys", keys)
                .map((row, context) -> Map.entry(Uuid7.of(row.getBytes(1)),
                        new Owner(Uuid7.of(row.getBytes(2)), row.getString(3), null)))
                .forEach(found -> ownership.assign(found.getKey(), found.getValue().article(), found.getValue().slug())));
    }

    private void readByTemplate(Set<String> urls, UrlOwnership ownership) {
        var refs = urls.stream().collect(Collectors.toMap(Function.identity(), this::refsBySite));
        var owners = findByRefs(refs.values().stream().flatMap(bySite -> bySite.values().stream()).flatMap(Set::stream)
                .collect(Collectors.toSet()));
        var sitesOfOwner = sitesOf(owners.values().stream().flatMap(Collection::stream).toList());
        refs.forEach((url, bySite) -> bySite.forEach((site, found) -> found.stream()
                .flatMap(ref -> owners.getOrDefault(ref, List.of()).stream())
                .filter(owner -> sitesOfOwner.apply(owner).anyMatch(site::equals))
                .forEach(owner -> ownership.assign(UrlOwnership.urlHash(url), owner.article(), owner.slug()))));
    }

    /** The ids and slugs that a URL has on each site, whatever its host: an alias is found on every host of its site. */
    private Map<Site, Set<String>> refsBySite(String url) {
        var written = RequestedUrl.of(url);
        var requested = new RequestedUrl(Optional.empty(), written.path(), written.parameters());
        return sites.all().stream().collect(Collectors.toMap(Function.identity(), site -> SitePaths.articleRefs(site,
                categories.tree(site)::isOrWasSlug, requested, SitePaths.onSite(site, requested))));
    }

    /** The articles that have each id, and those that have or had each slug. */
    private Map<String, List<Owner>> findByRefs(Set<String> refs) {
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

    private Function<Owner, Stream<Site>> sitesOf(List<Owner> owners) {
        var published = articles.byIds(owners.stream().filter(owner -> owner.withdrawnFrom() == null).map(Owner::article)
                .collect(Collectors.toSet()), false);
        return owner -> owner.withdrawnFrom() != null
                ? Stream.of(owner.withdrawnFrom().split(" ")).flatMap(slug -> sites.bySlug(slug).stream())
                : Stream.ofNullable(published.get(owner.article()))
                        .flatMap(article -> sites.all().stream().filter(article::isOn));
    }

    /**
     * An article that owns a URL.
     * @param withdrawnFrom the slugs of the sites of a withdrawn article; null for a public one
     */
    private record Owner(UUID article, String slug, @Nullable String withdrawnFrom) {
    }
}
