package org.depesche.content.article;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.depesche.content.article.ResolveResource.Resolution;
import org.depesche.content.article.view.ArticleCollections;
import org.depesche.content.article.view.ArticleViews;
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

/** Finds what stands, or once stood, at an address of a site. */
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
    private final ResponseMetadata provenance;
    private final QueryParameters inputs;

    UrlResolver(PublishedArticles articles, WithdrawnArticles withdrawn, Categories categories, Tags tags,
            Authors authors, ArticleCollections collections, ListRegistry listings, ChangeLogPosition positions, Articles reads,
            ResponseMetadata provenance, QueryParameters inputs) {
        this.articles = articles;
        this.withdrawn = withdrawn;
        this.categories = categories;
        this.tags = tags;
        this.authors = authors;
        this.collections = collections;
        this.listings = listings;
        this.positions = positions;
        this.publicArticles = reads;
        this.provenance = provenance;
        this.inputs = inputs;
    }

    Resolution resolve(@Nullable String siteSlug, @Nullable String url) {
        positions.readAndRecord();
        var site = publicArticles.site(siteSlug);
        if (url == null) {
            inputs.reject("url", "`url` is required: an address or a path.");
        }
        inputs.verify();
        return findAnywhere(site, url == null ? "" : url)
                .orElseThrow(() -> new Problem(ProblemType.NOT_FOUND, "Nothing is or was at this address."));
    }

    private Optional<Resolution> findAnywhere(Site site, String url) {
        var asked = UrlNormalizer.normalized(url);
        // a query belongs to some old addresses; to all others campaigns append one
        var bare = asked.replaceFirst("\\?.*", "");
        var host = UrlNormalizer.host(url);
        if (host.isPresent() && !ownsHost(site, host.get())) {
            return onForeignHost(site, host.get(), asked).or(() -> onForeignHost(site, host.get(), bare))
                    .or(() -> atFormerSiteUrl(site, host, bare));
        }
        var inside = (site.url() == null || host.isEmpty() ? SitePaths.relativeToSite(site, bare)
                : SitePaths.relativeTo(site.url().toString(), bare)).map(UrlResolver::withoutTrailingSlash);
        return inside.flatMap(path -> current(site, path)).or(() -> alias(site, asked))
                .or(() -> inside.flatMap(path -> currentOrFormer(site, path)))
                .or(() -> alias(site, bare)).or(() -> withdrawn(site, asked)).or(() -> withdrawn(site, bare))
                .or(() -> atFormerSiteUrl(site, host, bare));
    }

    /** Where the site itself was: whatever is there now has moved away with it. */
    private Optional<Resolution> atFormerSiteUrl(Site site, Optional<String> host, String bare) {
        return site.formerUrls().urls().stream().filter(url -> UrlNormalizer.host(url).equals(host))
                .flatMap(url -> SitePaths.relativeTo(url, bare).stream())
                .flatMap(path -> currentOrFormer(site, withoutTrailingSlash(path)).stream()).findFirst().map(Resolution::moved);
    }

    private static String withoutTrailingSlash(String path) {
        return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    /** What stands there now: it may have come to stand where an article once did. */
    private Optional<Resolution> current(Site site, String path) {
        var steps = SitePaths.segments(path);
        return article(site, path, steps).filter(UrlResolver::isCurrent)
                .or(() -> taxonomy(site, steps).filter(UrlResolver::isCurrent));
    }

    private static boolean isCurrent(Resolution found) {
        return found.status().equals("current");
    }

    /** While a site has no address nobody can say that one is not its own. */
    private static boolean ownsHost(Site site, String host) {
        return site.url() == null || UrlNormalizer.host(site.url().toString()).equals(Optional.of(host));
    }

    /** At somebody else's address there is of ours what the desk says was there. */
    private Optional<Resolution> onForeignHost(Site site, String host, String asked) {
        return articles.aliasUrl(asked).flatMap(UrlNormalizer::host).filter(host::equals)
                .flatMap(known -> alias(site, asked).or(() -> withdrawn(site, asked)));
    }

    private Optional<Resolution> currentOrFormer(Site site, String path) {
        var steps = SitePaths.segments(path);
        return article(site, path, steps).or(() -> taxonomy(site, steps)).or(() -> alias(site, path));
    }

    /** Present or former slug, whatever category it stood under: articles move between categories, their slug stays. */
    private Optional<Resolution> article(Site site, String asked, List<String> steps) {
        for (var i = steps.size() - 1; i >= 0; i--) {
            var step = steps.get(i);
            if (!Slug.isSlug(step)) {
                continue;
            }
            var found = articles.bySlug(step, false).or(() -> articles.byFormerSlug(step))
                    .filter(article -> article.isOn(site));
            if (found.isPresent() && matchesArticleUrl(site, steps, step)) {
                return Optional.of(article(site, asked, found.get()));
            }
            var gone = withdrawn.find(step).filter(article -> article.sites().contains(site.slug()));
            if (gone.isPresent() && matchesArticleUrl(site, steps, step)) {
                return gone.map(this::withdrawn);
            }
        }
        return Optional.empty();
    }

    private boolean matchesArticleUrl(Site site, List<String> steps, String slug) {
        return SitePaths.matchesArticleUrl(site, categories.tree(site), steps, slug);
    }

    private Resolution article(Site site, String asked, PublishedArticle article) {
        provenance.cacheTag(CacheTag.article(article.id()));
        var placement = ArticleViews.placement(article.content(), site);
        var tree = categories.tree(site);
        provenance.cacheTag(CacheTag.category(placement.category()));
        var url = ArticleUrls.of(article, site, tree, placement);
        var present = ArticleUrls.path(article, site, tree, placement);
        return resolution("article", article.id(), article.slug(), url, asked.equals(present));
    }

    private Optional<Resolution> alias(Site site, String asked) {
        tagPossibleTakeovers();
        return articles.byAlias(asked).filter(article -> article.isOn(site)).map(article -> article(site, asked, article));
    }

    /** What anything present may have taken over. */
    private Optional<Resolution> withdrawn(Site site, String asked) {
        return withdrawn.byAlias(asked).filter(article -> article.sites().contains(site.slug())).map(this::withdrawn);
    }

    /** Whatever takes this address from now on comes before what has it only by a former name. */
    private void tagPossibleTakeovers() {
        provenance.cacheTags(List.of(CacheTag.LIST_ALL, CacheTag.CATEGORIES, CacheTag.TAGS,
                CacheTag.AUTHORS, CacheTag.COLLECTIONS));
    }

    private Resolution withdrawn(WithdrawnArticles.Tombstone article) {
        provenance.cacheTag(CacheTag.article(article.id()));
        return new Resolution("article", article.id(), article.slug(), null, "gone", null);
    }

    private Optional<Resolution> taxonomy(Site site, List<String> steps) {
        if (steps.size() == 1) {
            return category(site, steps.get(0));
        }
        if (steps.size() != 2) {
            return Optional.empty();
        }
        var slug = steps.get(1);
        return switch (steps.get(0)) {
            case "tag" -> tags.bySlug(slug).filter(tag -> isUsed(site, ListKind.TAG, tag.id())).map(tag -> {
                provenance.cacheTags(List.of(CacheTag.tag(tag.id()), CacheTag.listOfTag(tag.id())));
                return resolution("tag", tag.id(), tag.slug(), site.tagAddress(tag.slug()), tag.slug().equals(slug));
            });
            case "author" -> authors.bySlug(slug).filter(author -> isUsed(site, ListKind.AUTHOR, author.id())).map(author -> {
                provenance.cacheTags(List.of(CacheTag.author(author.id()), CacheTag.listOfAuthor(author.id())));
                return resolution("author", author.id(), author.slug(), site.authorAddress(author.slug()),
                        author.slug().equals(slug));
            });
            case "collection" -> collection(site, slug);
            default -> Optional.empty();
        };
    }

    private Optional<Resolution> category(Site site, String slug) {
        var tree = categories.tree(site);
        provenance.cacheTag(CacheTag.CATEGORIES); // a former slug is free for others
        return tree.bySlug(slug).map(category -> {
            provenance.cacheTag(CacheTag.category(category.id()));
            return resolution("category", category.id(), category.slug(), site.categoryAddress(category.slug()),
                    category.slug().equals(slug));
        }).or(() -> tree.deletedId(slug).map(id -> {
            provenance.cacheTag(CacheTag.category(id));
            return new Resolution("category", id, slug, null, "gone", null);
        }));
    }

    private Optional<Resolution> collection(Site site, String slug) {
        provenance.cacheTag(CacheTag.COLLECTIONS); // a former slug is free for others
        return collections.bySlug(site, slug).map(collection -> {
            provenance.cacheTag(CacheTag.collection(collection.id()));
            return resolution("collection", collection.id(), collection.slug(), site.collectionAddress(collection.slug()),
                    collection.slug().equals(slug));
        }).or(() -> collections.deletedBySlug(site, slug).map(id -> {
            provenance.cacheTag(CacheTag.collection(id));
            return new Resolution("collection", id, slug, null, "gone", null);
        }));
    }

    private boolean isUsed(Site site, ListKind kind, UUID id) {
        return !listings.sizes(site.id(), kind, List.of(id)).isEmpty();
    }

    private static Resolution resolution(String kind, UUID id, String slug, Optional<URI> url, boolean isCurrent) {
        return new Resolution(kind, id, slug, url.orElse(null), isCurrent ? "current" : "moved", isCurrent ? null : 301);
    }
}
