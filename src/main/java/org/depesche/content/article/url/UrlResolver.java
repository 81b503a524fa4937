package org.depesche.content.article.url;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.depesche.content.article.url.ResolveResource.Resolution;
import org.depesche.content.article.url.ResolveResource.Resolution.Address;
import org.depesche.content.article.url.ResolveResource.Resolution.Kind;
import org.depesche.content.article.url.ResolveResource.Resolution.Status;
import org.depesche.content.article.view.ArticleViewBuilder;
import org.depesche.content.category.Categories;
import org.depesche.content.projection.ArticleUrls;
import org.depesche.content.projection.PublishedArticle;
import org.depesche.content.projection.PublishedArticles;
import org.depesche.content.projection.WithdrawnArticles;
import org.depesche.content.projection.url.RequestedUrl;
import org.depesche.content.projection.url.SitePaths;
import org.depesche.content.projection.url.UrlNormalizer;
import org.depesche.content.site.Site;
import org.depesche.content.site.SiteReads;
import org.depesche.content.site.Sites;
import org.depesche.kernel.Uuid7;
import org.depesche.platform.http.CacheTag;
import org.depesche.platform.http.ResponseMetadata;
import org.depesche.platform.http.request.QueryParameters;
import org.depesche.platform.problem.Problem;
import org.depesche.platform.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/** Resolves URLs of a site, current and former ones, to what they lead to now. */
@ApplicationScoped
@Transactional
class UrlResolver {

    private final PublishedArticles articles;
    private final WithdrawnArticles withdrawn;
    private final Categories categories;
    private final SubjectUrlResolver subjects;
    private final SiteReads reads;
    private final ResponseMetadata metadata;
    private final QueryParameters inputs;
    private final Sites sites;

    UrlResolver(PublishedArticles articles, WithdrawnArticles withdrawn, Categories categories,
            SubjectUrlResolver subjects, SiteReads reads, ResponseMetadata metadata, QueryParameters inputs,
            Sites sites) {
        this.articles = articles;
        this.withdrawn = withdrawn;
        this.categories = categories;
        this.subjects = subjects;
        this.reads = reads;
        this.metadata = metadata;
        this.inputs = inputs;
        this.sites = sites;
    }

    Resolution resolve(@Nullable String siteSlug, @Nullable String url) {
        var site = reads.begin(siteSlug);
        if (url == null) {
            inputs.reject(ResolveResource.URL, "`url` is required: an address or a path.");
        }
        var requested = inputs.read(ResolveResource.URL, url);
        inputs.verify();
        return find(site, siteSlug != null, requested.orElseThrow())
                .orElseThrow(() -> new Problem(ProblemType.NOT_FOUND, "Nothing is or was at this address."));
    }

    /**
     * Finds what a URL leads to, first on the site and then on the other sites with the host of the URL.
     *
     * @param isNamed whether the client named the site; then only articles that are on it are found on other sites
     */
    Optional<Resolution> find(Site site, boolean isNamed, String url) {
        return findOn(site, url).or(() -> findOnOthers(site, isNamed, url));
    }

    /**
     * Looks on the other sites that have or had the host. If the client named a site, only articles are found that
     * are on it, too: their canonical URLs may be elsewhere.
     */
    private Optional<Resolution> findOnOthers(Site asked, boolean isNamed, String url) {
        var host = UrlNormalizer.host(url);
        return sites.all().stream()
                .filter(site -> !site.id().equals(asked.id()) && SitePaths.hosts(site).anyMatch(host::equals))
                .peek(site -> metadata.cacheTag(CacheTag.site(site.id()))).flatMap(site -> findOn(site, url).stream())
                .filter(found -> !isNamed || isArticleOn(asked, found)).findFirst();
    }

    private boolean isArticleOn(Site asked, Resolution found) {
        return found.kind() == Kind.ARTICLE && found.status() != Status.GONE
                && articles.byIds(List.of(found.id()), false).values().stream().anyMatch(article -> article.isOn(asked));
    }

    private Optional<Resolution> findOn(Site site, String url) {
        var requested = RequestedUrl.of(url);
        var place = new Place(site, requested, SitePaths.onSite(site, requested));
        var requestedPath = UrlNormalizer.normalized(url);
        // some old URLs have a query of their own; campaigns append queries to all others
        var pathWithoutQuery = requestedPath.replaceFirst("\\?.*", "");
        if (isForeign(site, requested)) {
            return present(place).or(() -> onForeignHost(place, requestedPath))
                    .or(() -> onForeignHost(place, pathWithoutQuery)).or(() -> atFormerSiteUrl(place));
        }
        return present(place).filter(UrlResolver::isCurrent).or(() -> alias(place, requestedPath))
                .or(() -> present(place)).or(() -> aliasBelow(place)).or(() -> alias(place, pathWithoutQuery))
                .or(() -> withdrawn(site, requestedPath)).or(() -> withdrawn(site, pathWithoutQuery))
                .or(() -> atFormerSiteUrl(place));
    }

    /** While a site has no URL, any host may be its own. */
    private static boolean isForeign(Site site, RequestedUrl requested) {
        return site.url() != null && requested.host().isPresent()
                && !UrlNormalizer.host(site.url().toString()).equals(requested.host());
    }

    /** Resolves a path below a former URL of the site. Everything there has moved with the site. */
    private Optional<Resolution> atFormerSiteUrl(Place place) {
        var former = new Place(place.site(), place.requested(), SitePaths.onFormerSite(place.site(), place.requested()));
        return present(former).or(() -> aliasBelow(former)).map(Resolution::moved);
    }

    /** Finds what has the URL by the site's templates. A current owner takes precedence over a former one. */
    private Optional<Resolution> present(Place place) {
        var found = Stream.concat(articles(place).stream(),
                place.onSite().stream().flatMap(url -> subjects.resolve(place.site(), SitePaths.segments(url.path())).stream()))
                .toList();
        return found.stream().filter(UrlResolver::isCurrent).findFirst().or(() -> found.stream().findFirst());
    }

    private static boolean isCurrent(Resolution found) {
        return found.status() == Status.CURRENT;
    }

    /** On a foreign host only aliases are found, which the desk entered. */
    private Optional<Resolution> onForeignHost(Place place, String requestedPath) {
        return articles.aliasUrl(requestedPath).flatMap(UrlNormalizer::host)
                .filter(host -> place.requested().host().equals(Optional.of(host)))
                .flatMap(known -> alias(place, requestedPath).or(() -> withdrawn(place.site(), requestedPath)));
    }

    private Optional<Resolution> aliasBelow(Place place) {
        return place.onSite().stream().flatMap(url -> alias(place, url.path()).stream()).findFirst();
    }

    /** Finds articles by id, or by current or former slug, under any category: articles move between categories. */
    private List<Resolution> articles(Place place) {
        var site = place.site();
        var tree = categories.tree(site);
        return SitePaths.articleRefs(site, tree::isOrWasSlug, place.requested(), place.onSite()).stream()
                .flatMap(ref -> article(place, ref).stream()).toList();
    }

    private Optional<Resolution> article(Place place, String ref) {
        var found = Uuid7.parse(ref).map(id -> Optional.ofNullable(articles.byIds(List.of(id), false).get(id)))
                .orElseGet(() -> articles.bySlug(ref, false).or(() -> articles.byFormerSlug(ref)))
                .filter(article -> article.isOn(place.site()));
        return found.map(article -> article(place, article)).or(() -> withdrawn.find(ref)
                .filter(article -> article.sites().contains(place.site().slug())).map(this::withdrawn));
    }

    private Resolution article(Place place, PublishedArticle article) {
        var site = place.site();
        metadata.cacheTag(CacheTag.article(article.id()));
        var placement = ArticleViewBuilder.placement(article.content(), site);
        var tree = categories.tree(site);
        metadata.cacheTag(CacheTag.category(placement.category()));
        return Resolution.found(Kind.ARTICLE, article.id(), article.slug(),
                new Address(ArticleUrls.of(article, site, tree, placement),
                        ArticleUrls.path(article, site, tree, Optional.of(placement))),
                place.isAt(ArticleUrls.current(article, site, tree, placement)));
    }

    private Optional<Resolution> alias(Place place, String requestedPath) {
        tagPossibleTakeovers();
        return articles.byAlias(requestedPath).filter(article -> article.isOn(place.site()))
                .map(article -> article(place, article));
    }

    /** Finds a withdrawn article by an alias. Anything current takes precedence. */
    private Optional<Resolution> withdrawn(Site site, String requestedPath) {
        return withdrawn.byAlias(requestedPath).filter(article -> article.sites().contains(site.slug())).map(this::withdrawn);
    }

    /** Adds the tags of everything whose creation could take over the URL, because a current owner takes precedence. */
    private void tagPossibleTakeovers() {
        metadata.cacheTags(List.of(CacheTag.LIST_ALL, CacheTag.CATEGORIES, CacheTag.TAGS,
                CacheTag.AUTHORS, CacheTag.COLLECTIONS));
    }

    private Resolution withdrawn(WithdrawnArticles.Tombstone article) {
        metadata.cacheTag(CacheTag.article(article.id()));
        return Resolution.gone(Kind.ARTICLE, article.id(), article.slug());
    }

    /**
     * A requested URL on one site.
     *
     * @param onSite the paths below the site's URL that the request may mean
     */
    private record Place(Site site, RequestedUrl requested, List<RequestedUrl> onSite) {

        /** Returns whether the request is for this URL, as a whole or as the part below the site's URL. */
        boolean isAt(RequestedUrl url) {
            return requested.isFor(url) || site.url() != null && requested.host().isEmpty()
                    && url.below(site.url().toString()).filter(requested::isFor).isPresent();
        }
    }
}
