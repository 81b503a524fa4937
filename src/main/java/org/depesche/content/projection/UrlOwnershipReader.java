package org.depesche.content.projection;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.content.category.Categories;
import org.depesche.content.projection.UrlOwnerRepository.Owner;
import org.depesche.content.projection.url.RequestedUrl;
import org.depesche.content.projection.url.SitePaths;
import org.depesche.content.projection.url.UrlOwnership;
import org.depesche.content.site.Site;
import org.depesche.content.site.Sites;

/** Reads the owners of URLs, with a number of statements that does not depend on the number of URLs. */
@ApplicationScoped
public class UrlOwnershipReader {

    private final UrlOwnerRepository owners;
    private final PublishedArticles articles;
    private final Sites sites;
    private final Categories categories;

    UrlOwnershipReader(UrlOwnerRepository owners, PublishedArticles articles, Sites sites, Categories categories) {
        this.owners = owners;
        this.articles = articles;
        this.sites = sites;
        this.categories = categories;
    }

    /** Returns the owners of URLs, by the aliases and by the current and former slugs of public and withdrawn articles. */
    public UrlOwnership read(Collection<String> urls) {
        var ownership = new UrlOwnership();
        if (!urls.isEmpty()) {
            readByAlias(urls, ownership);
            readByTemplate(Set.copyOf(urls), ownership);
        }
        return ownership;
    }

    private void readByAlias(Collection<String> urls, UrlOwnership ownership) {
        var hashes = urls.stream().map(UrlOwnership::urlHash).distinct().toList();
        owners.byAlias(hashes).forEach((hash, owner) -> ownership.assign(hash, owner.article(), owner.slug()));
    }

    private void readByTemplate(Set<String> urls, UrlOwnership ownership) {
        var refs = urls.stream().collect(Collectors.toMap(Function.identity(), this::refsBySite));
        var found = owners.byRefs(refs.values().stream().flatMap(bySite -> bySite.values().stream()).flatMap(Set::stream)
                .collect(Collectors.toSet()));
        var sitesOfOwner = sitesOf(found.values().stream().flatMap(Collection::stream).toList());
        refs.forEach((url, bySite) -> bySite.forEach((site, refsOnSite) -> refsOnSite.stream()
                .flatMap(ref -> found.getOrDefault(ref, List.of()).stream())
                .filter(owner -> sitesOfOwner.apply(owner).anyMatch(site::equals))
                .forEach(owner -> ownership.assign(UrlOwnership.urlHash(url), owner.article(), owner.slug()))));
    }

    /** Returns the ids and slugs that a URL has on each site, for any host: an alias is found on every host of its site. */
    private Map<Site, Set<String>> refsBySite(String url) {
        var written = RequestedUrl.of(url);
        var requested = new RequestedUrl(Optional.empty(), written.path(), written.parameters());
        return sites.all().stream().collect(Collectors.toMap(Function.identity(), site -> SitePaths.articleRefs(site,
                categories.tree(site)::isOrWasSlug, requested, SitePaths.onSite(site, requested))));
    }

    private Function<Owner, Stream<Site>> sitesOf(List<Owner> owners) {
        var published = articles.byIds(owners.stream().filter(owner -> owner.withdrawnFrom() == null).map(Owner::article)
                .collect(Collectors.toSet()), false);
        return owner -> owner.withdrawnFrom() != null
                ? Stream.of(owner.withdrawnFrom().split(" ")).flatMap(slug -> sites.bySlug(slug).stream())
                : Stream.ofNullable(published.get(owner.article()))
                        .flatMap(article -> sites.all().stream().filter(article::isOn));
    }
}
