package org.depesche.content.article;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.depesche.content.article.ResolveResource.Resolution;
import org.depesche.content.article.ResolveResource.Resolution.Kind;
import org.depesche.content.article.ResolveResource.Resolution.Status;
import org.depesche.content.article.view.ArticleCollections;
import org.depesche.content.article.view.ArticleViewBuilder;
import org.depesche.content.author.Authors;
import org.depesche.content.category.Categories;
import org.depesche.content.listing.ListKey;
import org.depesche.content.listing.ListKind;
import org.depesche.content.listing.ListRegistry;
import org.depesche.content.projection.ArticleUrls;
import org.depesche.content.projection.PublishedArticle;
import org.depesche.content.projection.PublishedArticles;
import org.depesche.content.projection.RequestedUrl;
import org.depesche.content.projection.SitePaths;
import org.depesche.content.projection.UrlNormalizer;
import org.depesche.content.projection.WithdrawnArticles;
import org.depesche.content.site.Site;
import org.depesche.content.site.Sites;
import org.depesche.content.tag.Tags;
import org.depesche.kernel.Uuid7;
import org.depesche.platform.http.CacheTag;
import org.depesche.platform.http.ChangeLogPosition;
import org.depesche.platform.http.ResponseMetadata;
import org.depesche.platform.http.request.QueryParameters;
import org.depesche.platform.problem.Problem;
import org.depesche.platform.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/** Resolves URLs of a site, current and former ones. */
@ApplicationScoped
@Transactional
class UrlResolver {

    private final PublishedArticles articles;
    private final WithdrawnArticles withdrawn;
    private final Categories categories;
    private final Tags tags;
    private final Authors authors;
    private final ArticleCollections collections;
    private final ListRegistry listings;
    private final ChangeLogPosition positions;
    private final ResponseMetadata metadata;
    private final QueryParameters inputs;
    private final Sites sites;

    UrlResolver(PublishedArticles articles, WithdrawnArticles withdrawn, Categories categories, Tags tags,
            Authors authors, ArticleCollections collections, ListRegistry listings, ChangeLogPosition positions,
            ResponseMetadata metadata, QueryParameters inputs, Sites sites) {
        this.articles = articles;
        this.withdrawn = withdrawn;
        this.categories = categories;
        this.tags = tags;
        this.authors = authors;
        this.collections = collections;
        this.listings = listings;
        this.positions = positions;
        this.metadata = metadata;
        this.inputs = inputs;
        this.sites = sites;
    }

    Resolution resolve(@Nullable String siteSlug, @Nullable String url) {
        positions.readAndRecord();
        var site = sites.requested(inputs, siteSlug);
        if (url == null) {
            inputs.reject(ResolveResource.URL, "`url` is required: an address or a path.");
        }
        var requested = inputs.read(ResolveResource.URL, url);
        inputs.verify();
        return find(site, siteSlug != null, requested.orElseThrow())
                .orElseThrow(() -> new Problem(ProblemType.NOT_FOUND, "Nothing is or was at this address."));
    }

    /** @param isNamed whether the client named the site, so that the others are searched for its articles alone */
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

    /** What the URL leads to now, by its form. A current owner takes precedence over a former one. */
    private Optional<Resolution> present(Place place) {
        var found = Stream.concat(articles(place).stream(),
                place.onSite().stream().flatMap(url -> taxonomy(place.site(), SitePaths.segments(url.path())).stream()))
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
        return resolution(Kind.ARTICLE, article.id(), article.slug(),
                new Address(ArticleUrls.of(article, site, tree, placement),
                        ArticleUrls.path(article, site, tree, Optional.of(placement))),
                place.isAt(ArticleUrls.current(article, site, tree, placement)));
    }

    private Optional<Resolution> alias(Place place, String requestedPath) {
        tagPossibleTakeovers();
        return articles.byAlias(requestedPath).filter(article -> article.isOn(place.site()))
                .map(article -> article(place, article));
    }

    /** A withdrawn article with this alias. Anything current takes precedence. */
    private Optional<Resolution> withdrawn(Site site, String requestedPath) {
        return withdrawn.byAlias(requestedPath).filter(article -> article.sites().contains(site.slug())).map(this::withdrawn);
    }

    /** A new owner of the URL takes precedence over former ones, so that its creation has to invalidate the response. */
    private void tagPossibleTakeovers() {
        metadata.cacheTags(List.of(CacheTag.LIST_ALL, CacheTag.CATEGORIES, CacheTag.TAGS,
                CacheTag.AUTHORS, CacheTag.COLLECTIONS));
    }

    private Resolution withdrawn(WithdrawnArticles.Tombstone article) {
        return gone(Kind.ARTICLE, article.id(), article.slug(), CacheTag.article(article.id()));
    }

    private Resolution gone(Kind kind, UUID id, String slug, CacheTag tag) {
        metadata.cacheTag(tag);
        return new Resolution(kind, id, slug, null, null, Status.GONE, null);
    }

    private Optional<Resolution> taxonomy(Site site, List<String> segments) {
        if (segments.size() == 1) {
            return category(site, segments.get(0));
        }
        if (segments.size() != 2) {
            return Optional.empty();
        }
        var slug = segments.get(1);
        return switch (segments.get(0)) {
            case "tag" -> tag(site, slug);
            case "author" -> author(site, slug);
            case "collection" -> collection(site, slug);
            default -> Optional.empty();
        };
    }

    private Optional<Resolution> tag(Site site, String slug) {
        metadata.cacheTag(CacheTag.TAGS); // others may take over a former slug
        return tags.bySlug(slug).filter(tag -> isUsed(site, ListKind.TAG, tag.id())).map(tag -> {
            metadata.cacheTags(List.of(CacheTag.tag(tag.id()), CacheTag.listOfTag(tag.id())));
            return resolution(Kind.TAG, tag.id(), tag.slug(), new Address(site.tagAddress(tag.slug()),
                    Site.tagPath(tag.slug())), tag.slug().equals(slug));
        }).or(() -> deleted(site, ListKind.TAG, tags.deletedId(slug)).map(id -> gone(Kind.TAG, id, slug, CacheTag.tag(id))));
    }

    private Optional<Resolution> author(Site site, String slug) {
        metadata.cacheTag(CacheTag.AUTHORS);
        return authors.bySlug(slug).filter(author -> isUsed(site, ListKind.AUTHOR, author.id())).map(author -> {
            metadata.cacheTags(List.of(CacheTag.author(author.id()), CacheTag.listOfAuthor(author.id())));
            return resolution(Kind.AUTHOR, author.id(), author.slug(), new Address(site.authorAddress(author.slug()),
                    Site.authorPath(author.slug())), author.slug().equals(slug));
        }).or(() -> deleted(site, ListKind.AUTHOR, authors.deletedId(slug))
                .map(id -> gone(Kind.AUTHOR, id, slug, CacheTag.author(id))));
    }

    /** What only drafts named before it was deleted is not told from what never was. */
    private Optional<UUID> deleted(Site site, ListKind kind, Optional<UUID> id) {
        return id.filter(found -> listings.hadArticles(ListKey.of(site.id(), kind, found)));
    }

    private Optional<Resolution> category(Site site, String slug) {
        var tree = categories.tree(site);
        metadata.cacheTag(CacheTag.CATEGORIES); // others may take over a former slug
        return tree.bySlug(slug).map(category -> {
            metadata.cacheTag(CacheTag.category(category.id()));
            return resolution(Kind.CATEGORY, category.id(), category.slug(), new Address(site.categoryAddress(category.slug()),
                    Site.categoryPath(category.slug())),
                    category.slug().equals(slug));
        }).or(() -> tree.deletedId(slug).map(id -> gone(Kind.CATEGORY, id, slug, CacheTag.category(id))));
    }

    private Optional<Resolution> collection(Site site, String slug) {
        metadata.cacheTag(CacheTag.COLLECTIONS); // others may take over a former slug
        return collections.bySlug(site, slug).map(collection -> {
            metadata.cacheTag(CacheTag.collection(collection.id()));
            return resolution(Kind.COLLECTION, collection.id(), collection.slug(),
                    new Address(site.collectionAddress(collection.slug()),
                            Site.collectionPath(collection.slug())),
                    collection.slug().equals(slug));
        }).or(() -> collections.deletedBySlug(site, slug).map(id -> gone(Kind.COLLECTION, id, slug, CacheTag.collection(id))));
    }

    private boolean isUsed(Site site, ListKind kind, UUID id) {
        return !listings.sizes(site.id(), kind, List.of(id)).isEmpty();
    }

    private static Resolution resolution(Kind kind, UUID id, String slug, Address address, boolean isCurrent) {
        return new Resolution(kind, id, slug, address.url().orElse(null), address.path(),
                isCurrent ? Status.CURRENT : Status.MOVED,
                isCurrent ? null : 301);
    }

    /** @param path the part of the URL below the site's URL */
    private record Address(Optional<URI> url, String path) {
    }

    /**
     * A request on one site.
     *
     * @param onSite what the request may mean below the site's URL
     */
    private record Place(Site site, RequestedUrl requested, List<RequestedUrl> onSite) {

        /** Whether the request is for this URL, as a whole or as the part below the site's URL. */
        boolean isAt(RequestedUrl url) {
            return requested.isFor(url) || site.url() != null && requested.host().isEmpty()
                    && url.below(site.url().toString()).filter(requested::isFor).isPresent();
        }
    }
}
