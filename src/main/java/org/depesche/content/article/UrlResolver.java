package org.depesche.content.article;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.depesche.content.article.ResolveResource.Resolution;
import org.depesche.content.article.ResolveResource.Resolution.Kind;
import org.depesche.content.article.ResolveResource.Resolution.Status;
import org.depesche.content.article.view.ArticleCollections;
import org.depesche.content.article.view.ArticleViewBuilder;
import org.depesche.content.author.Authors;
import org.depesche.content.category.Categories;
import org.depesche.content.listing.ListKind;
import org.depesche.content.listing.ListRegistry;
import org.depesche.content.projection.ArticleUrls;
import org.depesche.content.projection.PublishedArticle;
import org.depesche.content.projection.PublishedArticles;
import org.depesche.content.projection.SitePaths;
import org.depesche.content.projection.UrlNormalizer;
import org.depesche.content.projection.WithdrawnArticles;
import org.depesche.content.site.Site;
import org.depesche.content.tag.Tags;
import org.depesche.kernel.Slug;
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
    private final Articles publicArticles;
    private final ResponseMetadata metadata;
    private final QueryParameters inputs;

    UrlResolver(PublishedArticles articles, WithdrawnArticles withdrawn, Categories categories, Tags tags,
            Authors authors, ArticleCollections collections, ListRegistry listings, ChangeLogPosition positions, Articles reads,
            ResponseMetadata metadata, QueryParameters inputs) {
        this.articles = articles;
        this.withdrawn = withdrawn;
        this.categories = categories;
        this.tags = tags;
        this.authors = authors;
        this.collections = collections;
        this.listings = listings;
        this.positions = positions;
        this.publicArticles = reads;
        this.metadata = metadata;
        this.inputs = inputs;
    }

    Resolution resolve(@Nullable String siteSlug, @Nullable String url) {
        positions.readAndRecord();
        var site = publicArticles.site(siteSlug);
        if (url == null) {
            inputs.reject(ResolveResource.URL, "`url` is required: an address or a path.");
        }
        inputs.verify();
        return findAnywhere(site, url == null ? "" : url)
                .orElseThrow(() -> new Problem(ProblemType.NOT_FOUND, "Nothing is or was at this address."));
    }

    private Optional<Resolution> findAnywhere(Site site, String url) {
        var requestedPath = UrlNormalizer.normalized(url);
        // some old URLs have a query of their own; campaigns append queries to all others
        var pathWithoutQuery = requestedPath.replaceFirst("\\?.*", "");
        var host = UrlNormalizer.host(url);
        if (host.isPresent() && !ownsHost(site, host.get())) {
            return onForeignHost(site, host.get(), requestedPath).or(() -> onForeignHost(site, host.get(), pathWithoutQuery))
                    .or(() -> atFormerSiteUrl(site, host, pathWithoutQuery));
        }
        var relativePath = (site.url() == null || host.isEmpty() ? SitePaths.relativeToSite(site, pathWithoutQuery)
                : SitePaths.relativeTo(site.url().toString(), pathWithoutQuery)).map(UrlResolver::withoutTrailingSlash);
        return relativePath.flatMap(path -> current(site, path)).or(() -> alias(site, requestedPath))
                .or(() -> relativePath.flatMap(path -> currentOrFormer(site, path)))
                .or(() -> alias(site, pathWithoutQuery)).or(() -> withdrawn(site, requestedPath))
                .or(() -> withdrawn(site, pathWithoutQuery))
                .or(() -> atFormerSiteUrl(site, host, pathWithoutQuery));
    }

    /** Resolves a path below a former URL of the site. Everything there has moved with the site. */
    private Optional<Resolution> atFormerSiteUrl(Site site, Optional<String> host, String pathWithoutQuery) {
        return site.formerUrls().urls().stream().filter(url -> UrlNormalizer.host(url).equals(host))
                .flatMap(url -> SitePaths.relativeTo(url, pathWithoutQuery).stream())
                .flatMap(path -> currentOrFormer(site, withoutTrailingSlash(path)).stream()).findFirst().map(Resolution::moved);
    }

    private static String withoutTrailingSlash(String path) {
        return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    /** What the path leads to now. It may be a URL that an article had before. */
    private Optional<Resolution> current(Site site, String path) {
        var segments = SitePaths.segments(path);
        return article(site, path, segments).filter(UrlResolver::isCurrent)
                .or(() -> taxonomy(site, segments).filter(UrlResolver::isCurrent));
    }

    private static boolean isCurrent(Resolution found) {
        return found.status() == Status.CURRENT;
    }

    /** While a site has no URL, any host may be its own. */
    private static boolean ownsHost(Site site, String host) {
        return site.url() == null || UrlNormalizer.host(site.url().toString()).equals(Optional.of(host));
    }

    /** On a foreign host only aliases are found, which the desk entered. */
    private Optional<Resolution> onForeignHost(Site site, String host, String requestedPath) {
        return articles.aliasUrl(requestedPath).flatMap(UrlNormalizer::host).filter(host::equals)
                .flatMap(known -> alias(site, requestedPath).or(() -> withdrawn(site, requestedPath)));
    }

    private Optional<Resolution> currentOrFormer(Site site, String path) {
        var segments = SitePaths.segments(path);
        return article(site, path, segments).or(() -> taxonomy(site, segments)).or(() -> alias(site, path));
    }

    /**
     * Finds an article by its current or former slug, under any category: articles move between categories, and keep
     * their slug.
     */
    private Optional<Resolution> article(Site site, String requestedPath, List<String> segments) {
        for (var i = segments.size() - 1; i >= 0; i--) {
            var segment = segments.get(i);
            if (!Slug.isSlug(segment)) {
                continue;
            }
            var found = articles.bySlug(segment, false).or(() -> articles.byFormerSlug(segment))
                    .filter(article -> article.isOn(site));
            if (found.isPresent() && matchesArticleUrl(site, segments, segment)) {
                return Optional.of(article(site, requestedPath, found.get()));
            }
            var tombstone = withdrawn.find(segment).filter(article -> article.sites().contains(site.slug()));
            if (tombstone.isPresent() && matchesArticleUrl(site, segments, segment)) {
                return tombstone.map(this::withdrawn);
            }
        }
        return Optional.empty();
    }

    private boolean matchesArticleUrl(Site site, List<String> segments, String slug) {
        return SitePaths.matchesArticleUrl(site, categories.tree(site), segments, slug);
    }

    private Resolution article(Site site, String requestedPath, PublishedArticle article) {
        metadata.cacheTag(CacheTag.article(article.id()));
        var placement = ArticleViewBuilder.placement(article.content(), site);
        var tree = categories.tree(site);
        metadata.cacheTag(CacheTag.category(placement.category()));
        var url = ArticleUrls.of(article, site, tree, placement);
        var currentPath = ArticleUrls.path(article, site, tree, placement);
        return resolution(Kind.ARTICLE, article.id(), article.slug(), url, requestedPath.equals(currentPath));
    }

    private Optional<Resolution> alias(Site site, String requestedPath) {
        tagPossibleTakeovers();
        return articles.byAlias(requestedPath).filter(article -> article.isOn(site))
                .map(article -> article(site, requestedPath, article));
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
        metadata.cacheTag(CacheTag.article(article.id()));
        return new Resolution(Kind.ARTICLE, article.id(), article.slug(), null, Status.GONE, null);
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
            case "tag" -> tags.bySlug(slug).filter(tag -> isUsed(site, ListKind.TAG, tag.id())).map(tag -> {
                metadata.cacheTags(List.of(CacheTag.tag(tag.id()), CacheTag.listOfTag(tag.id())));
                return resolution(Kind.TAG, tag.id(), tag.slug(), site.tagAddress(tag.slug()), tag.slug().equals(slug));
            });
            case "author" -> authors.bySlug(slug).filter(author -> isUsed(site, ListKind.AUTHOR, author.id())).map(author -> {
                metadata.cacheTags(List.of(CacheTag.author(author.id()), CacheTag.listOfAuthor(author.id())));
                return resolution(Kind.AUTHOR, author.id(), author.slug(), site.authorAddress(author.slug()),
                        author.slug().equals(slug));
            });
            case "collection" -> collection(site, slug);
            default -> Optional.empty();
        };
    }

    private Optional<Resolution> category(Site site, String slug) {
        var tree = categories.tree(site);
        metadata.cacheTag(CacheTag.CATEGORIES); // others may take over a former slug
        return tree.bySlug(slug).map(category -> {
            metadata.cacheTag(CacheTag.category(category.id()));
            return resolution(Kind.CATEGORY, category.id(), category.slug(), site.categoryAddress(category.slug()),
                    category.slug().equals(slug));
        }).or(() -> tree.deletedId(slug).map(id -> {
            metadata.cacheTag(CacheTag.category(id));
            return new Resolution(Kind.CATEGORY, id, slug, null, Status.GONE, null);
        }));
    }

    private Optional<Resolution> collection(Site site, String slug) {
        metadata.cacheTag(CacheTag.COLLECTIONS); // others may take over a former slug
        return collections.bySlug(site, slug).map(collection -> {
            metadata.cacheTag(CacheTag.collection(collection.id()));
            return resolution(Kind.COLLECTION, collection.id(), collection.slug(), site.collectionAddress(collection.slug()),
                    collection.slug().equals(slug));
        }).or(() -> collections.deletedBySlug(site, slug).map(id -> {
            metadata.cacheTag(CacheTag.collection(id));
            return new Resolution(Kind.COLLECTION, id, slug, null, Status.GONE, null);
        }));
    }

    private boolean isUsed(Site site, ListKind kind, UUID id) {
        return !listings.sizes(site.id(), kind, List.of(id)).isEmpty();
    }

    private static Resolution resolution(Kind kind, UUID id, String slug, Optional<URI> url, boolean isCurrent) {
        return new Resolution(kind, id, slug, url.orElse(null), isCurrent ? Status.CURRENT : Status.MOVED,
                isCurrent ? null : 301);
    }
}
