package org.depesche.content.article.url;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.depesche.content.article.url.ResolveResource.Resolution;
import org.depesche.content.projection.PublishedArticle;
import org.depesche.content.projection.PublishedArticles;
import org.depesche.content.site.Site;
import org.depesche.content.site.Sites;
import org.depesche.platform.http.CacheTag;
import org.depesche.platform.http.ChangeLogPositionTracker;
import org.depesche.platform.http.ResponseMetadata;

/** Finds the article at the URL of a page, for packages such as oEmbed whose clients send such URLs. */
@ApplicationScoped
@Transactional
public class ArticleUrlLookup {

    private final UrlResolver urls;
    private final PublishedArticles articles;
    private final Sites sites;
    private final ChangeLogPositionTracker positions;
    private final ResponseMetadata metadata;

    ArticleUrlLookup(UrlResolver urls, PublishedArticles articles, Sites sites, ChangeLogPositionTracker positions,
            ResponseMetadata metadata) {
        this.urls = urls;
        this.articles = articles;
        this.sites = sites;
        this.positions = positions;
        this.metadata = metadata;
    }

    /** Returns the public article at a present or former URL of any site. Empty for a withdrawn one, and for other pages. */
    public Optional<ArticleAtUrl> find(String url) {
        positions.readAndRecord();
        var site = sites.defaultSite();
        metadata.cacheTag(CacheTag.site(site.id()));
        return urls.find(site, false, url).filter(found -> found.kind() == Resolution.Kind.ARTICLE)
                .map(found -> articles.byIds(List.of(found.id()), false).get(found.id()))
                .map(article -> new ArticleAtUrl(homeSite(article), article.id()));
    }

    private Site homeSite(PublishedArticle article) {
        return sites.byId(article.content().classification().placements().get(0).site());
    }

    /**
     * An article that was found by its URL.
     * @param site its home site
     */
    public record ArticleAtUrl(Site site, UUID id) {
    }
}
