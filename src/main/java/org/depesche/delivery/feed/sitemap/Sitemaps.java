package org.depesche.delivery.feed.sitemap;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.depesche.content.article.Articles;
import org.depesche.content.article.Articles.ArticleAddress;
import org.depesche.content.listing.ListFilter;
import org.depesche.content.listing.ListHit;
import org.depesche.content.listing.ListKey;
import org.depesche.content.listing.ListKind;
import org.depesche.content.listing.ListOrder;
import org.depesche.content.listing.ListRegistry;
import org.depesche.content.listing.PublishedListReader;
import org.depesche.content.site.Site;
import org.depesche.content.site.SiteReads;
import org.depesche.delivery.change.tag.TagChanges;
import org.depesche.platform.http.AbsoluteUrls;
import org.depesche.platform.http.CacheTag;
import org.depesche.platform.http.ResponseMetadata;
import org.depesche.platform.http.request.QueryParameters;
import org.depesche.platform.problem.Problem;
import org.depesche.platform.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/** Reads what sitemaps list. Each call is one transaction. */
@ApplicationScoped
@Transactional
class Sitemaps {

    private final Articles articles;
    private final MonthArticles months;
    private final PublishedListReader lists;
    private final ListRegistry registry;
    private final SiteReads reads;
    private final TagChanges changes;
    private final AbsoluteUrls urls;
    private final ResponseMetadata metadata;
    private final QueryParameters inputs;
    private final SitemapConfig config;
    private final Clock clock;

    Sitemaps(Articles articles, MonthArticles months, PublishedListReader lists, ListRegistry registry, SiteReads reads,
            TagChanges changes,
            AbsoluteUrls urls,
            ResponseMetadata metadata, QueryParameters inputs, SitemapConfig config,
            Clock clock) {
        this.articles = articles;
        this.months = months;
        this.lists = lists;
        this.registry = registry;
        this.reads = reads;
        this.changes = changes;
        this.urls = urls;
        this.metadata = metadata;
        this.inputs = inputs;
        this.config = config;
        this.clock = clock;
    }

    /**
     * The sitemaps of a site: one for each month, or several for a month with more articles than a sitemap may have. One that
     * would list nothing does not exist.
     */
    List<Part> index(@Nullable String siteSlug) {
        var site = site(siteSlug);
        metadata.cacheTag(CacheTag.LIST_ALL);
        var parts = new ArrayList<Part>();
        var partsByMonth = partsByMonth(registry.sizes(site.id(), ListKind.MONTH), config.urls());
        var lastChanges = changes.lastOfEach(partsByMonth.keySet().stream().map(MonthArticles::tag).toList());
        partsByMonth.forEach((month, count) -> {
            var changedAt = lastChanges.get(MonthArticles.tag(month));
            for (var part = 1; part <= count; part++) {
                if (months.isListed(site, month, part)) {
                    parts.add(new Part(urls.of("/feeds/sitemap/" + month + ".xml" + query(siteSlug, part)), changedAt));
                }
            }
        });
        setLastModified(Instant.EPOCH);
        return parts;
    }

    /** The number of sitemaps of each month, the newest month first. */
    static Map<String, Integer> partsByMonth(Map<String, Long> articlesByMonth, int urls) {
        var parts = new TreeMap<String, Integer>(Comparator.reverseOrder());
        articlesByMonth.forEach((month, articles) -> parts.put(month, Math.toIntExact((articles + urls - 1) / urls)));
        return parts;
    }

    private static String query(@Nullable String site, int part) {
        var parameters = new ArrayList<String>();
        if (part > 1) {
            parameters.add("part=" + part);
        }
        Optional.ofNullable(site).map(slug -> "site=" + slug).ifPresent(parameters::add);
        return parameters.isEmpty() ? "" : "?" + String.join("&", parameters);
    }

    /** The articles of a month, the oldest first, so that a new article changes the last part alone. */
    List<ArticleAddress> month(String month, @Nullable String siteSlug, int part) {
        var site = site(siteSlug);
        metadata.cacheTags(Set.of(MonthArticles.tag(month), CacheTag.CATEGORIES));
        var found = months.of(site, month, part);
        if (found.isEmpty()) {
            throw new Problem(ProblemType.NOT_FOUND, "No article was published in this part of the month.");
        }
        setLastModified(Instant.EPOCH);
        return found;
    }

    /**
     * The articles of the last two days without advertising, or else the newest article: search engines report an empty sitemap
     * as an error. What it lists depends on the clock, so that this node does not keep it.
     */
    News news(@Nullable String siteSlug) {
        var site = site(siteSlug);
        var start = clock.instant().minus(config.newsWindow());
        metadata.cacheTags(Set.of(CacheTag.LIST_ALL, CacheTag.CATEGORIES));
        metadata.markClockDependent();
        var filter = ListFilter.of(ListKey.all(site.id())).without(ListKey.of(site.id(), ListKind.ADVERTISING, true));
        var hits = lists.page(filter, ListOrder.NEWEST, null, config.newsUrls() + 1);
        var recent = hits.stream().filter(hit -> !hit.publishedAt().isBefore(start)).limit(config.newsUrls()).toList();
        var expired = hits.stream().filter(hit -> hit.publishedAt().isBefore(start)).findFirst();
        var found = indexed(site, recent);
        setLastModified(expired.map(hit -> hit.publishedAt().plus(config.newsWindow())).orElse(Instant.EPOCH));
        return new News(site, found.isEmpty() ? indexed(site, hits).stream().limit(1).toList() : found, !found.isEmpty());
    }

    private List<ArticleAddress> indexed(Site site, List<ListHit> hits) {
        return articles.addresses(site, hits.stream().map(ListHit::article).toList());
    }

    private Site site(@Nullable String slug) {
        var site = reads.begin(slug);
        inputs.verify();
        return site;
    }

    private void setLastModified(Instant atLeast) {
        metadata.lastModified(atLeast);
        metadata.lastModified(changes.last(metadata.cacheTags()).modifiedAt(), clock.instant());
    }

    /** A sitemap in the index, and when an article of its month last changed; null when that is not known. */
    record Part(URI url, @Nullable Instant changedAt) {
    }

    /** @param isNews false when there is no news, and an old article stands for it */
    record News(Site site, List<ArticleAddress> articles, boolean isNews) {
    }
}
