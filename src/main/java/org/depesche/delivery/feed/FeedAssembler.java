package org.depesche.delivery.feed;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.content.article.ArticleFilters.ArticleFilter;
import org.depesche.content.article.Articles;
import org.depesche.content.article.view.SyndicatedArticle;
import org.depesche.content.article.view.SyndicationConfig;
import org.depesche.content.machineuse.PolicyDocuments;
import org.depesche.content.projection.WithdrawnArticles;
import org.depesche.content.site.Site;
import org.depesche.delivery.change.tag.TagChanges;
import org.depesche.delivery.feed.format.Feed;
import org.depesche.delivery.feed.format.ItemIdentity;
import org.depesche.delivery.websub.WebSubHub;
import org.depesche.platform.http.AbsoluteUrls;
import org.depesche.platform.http.Freshness;
import org.depesche.platform.http.HttpConfig;
import org.depesche.platform.http.ResponseMetadata;

/** Puts a feed together: its items, its links, and when it last changed. */
@ApplicationScoped
class FeedAssembler {

    private static final String ARCHIVE = FeedParameters.ARCHIVE.name();
    private static final String CURSOR = FeedParameters.CURSOR.name();
    /** How many withdrawals are compared with the filter of a feed. */
    private static final int REMOVALS_READ = 1_000;

    private final Articles articles;
    private final FeedItems items;
    private final TagChanges changes;
    private final WithdrawnArticles withdrawn;
    private final SyndicationConfig syndication;
    private final PolicyDocuments policies;
    private final AbsoluteUrls urls;
    private final ResponseMetadata metadata;
    private final FeedConfig config;
    private final WebSubHub hub;
    private final HttpConfig http;
    private final Clock clock;

    FeedAssembler(Articles articles, FeedItems items, TagChanges changes, WithdrawnArticles withdrawn,
            SyndicationConfig syndication, PolicyDocuments policies, AbsoluteUrls urls, ResponseMetadata metadata,
            FeedConfig config, WebSubHub hub, HttpConfig http,
            Clock clock) {
        this.articles = articles;
        this.items = items;
        this.changes = changes;
        this.withdrawn = withdrawn;
        this.syndication = syndication;
        this.policies = policies;
        this.urls = urls;
        this.metadata = metadata;
        this.config = config;
        this.hub = hub;
        this.http = http;
        this.clock = clock;
    }

    Feed feed(FeedSubject subject, ArticleFilter filter, FeedPage page, FeedOptions options) {
        var found = articles.renderForSyndication(subject.site(), page.articles(), options.content() == FeedContent.FULL,
                options.isForPartners());
        metadata.cacheTags(page.cacheTags());
        metadata.variesByEntitlement();
        var updatedAt = updatedAt(page, found);
        writePolicy(subject.site(), found);
        return new Feed(channel(subject, filter.canonical()), links(page), updatedAt,
                found.stream().map(article -> items.item(subject.site(), article, options)).toList(),
                page.isArchive() ? List.of() : removals(filter, updatedAt));
    }

    /** What a document that is no feed has; its header {@code Link} leads on. */
    Listed articles(FeedSubject subject, ArticleFilter filter, FeedPage page, FeedOptions options) {
        var found = articles.renderForSyndication(subject.site(), page.articles(), options.content() == FeedContent.FULL,
                options.isForPartners());
        metadata.cacheTags(page.cacheTags());
        metadata.variesByEntitlement();
        links(page);
        var updatedAt = updatedAt(page, found);
        writePolicy(subject.site(), found);
        return new Listed(found, page.isArchive() ? List.of() : removals(filter, updatedAt));
    }

    /** The articles of a document, and what was withdrawn lately. */
    record Listed(List<SyndicatedArticle> articles, List<Feed.Removal> removals) {
    }

    private void writePolicy(Site site, List<SyndicatedArticle> found) {
        var scope = site.policyScope();
        var ofSite = policies.ofSite(scope.site());
        policies.writeHeaders(scope, found.stream().map(article -> {
            var policy = article.machineUse();
            return new PolicyDocuments.PolicyOfPart(policy, policy.equals(scope.policy().effective()) ? ofSite
                    : policies.ofArticle(scope, article.card().slug(), policy));
        }).toList());
    }

    /** What was withdrawn lately, compared with the last change of the feed and not with the clock. */
    private List<Feed.Removal> removals(ArticleFilter filter, Instant updatedAt) {
        return withdrawn.since(updatedAt.minus(config.removalsShown()), REMOVALS_READ).stream()
                .filter(gone -> filter.selection().matches(gone.id(), gone.publishedAt(), gone.lists()))
                .limit(config.maxRemovals())
                .map(gone -> new Feed.Removal(ItemIdentity.uri(gone.id(), gone.guid().orElse(null)), gone.withdrawnAt()))
                .toList();
    }

    /** The feed of something that was deleted. */
    Feed emptyFeed(FeedSubject subject) {
        metadata.variesByEntitlement();
        var page = new FeedPage(List.of(), null, null, Set.of());
        return new Feed(channel(subject, ""), links(page), updatedAt(page, List.of()), List.of(), List.of());
    }

    private Feed.Channel channel(FeedSubject subject, String filter) {
        var site = subject.site();
        var home = Optional.ofNullable(subject.homePage()).or(() -> Optional.ofNullable(site.url()))
                .orElseGet(() -> urls.of("/"));
        return new Feed.Channel(subject.id(filter), subject.title(), site.name(),
                Optional.ofNullable(subject.description()).orElse(subject.title()), site.language(), home,
                syndication.logo().orElse(null), Freshness.FEED.maxAge(http));
    }

    private Feed.Links links(FeedPage page) {
        var self = urls.canonical(Set.of());
        var current = urls.canonical(Set.of(ARCHIVE, CURSOR));
        var older = page.older() == null ? null : older(current, page.older());
        metadata.link("self", self);
        if (older != null) {
            metadata.link("next", older);
            metadata.link("prev-archive", older);
        }
        var hubs = Stream.concat(hub.address().stream(), config.hubs().stream().flatMap(List::stream)).toList();
        hubs.stream().findFirst().ifPresent(first -> metadata.link("hub", first));
        return new Feed.Links(self, current, older, page.isArchive(), hubs);
    }

    /** The address of another document of the same feed, with its parameters in order. */
    private static URI older(URI current, FeedPage.Start start) {
        var parameters = new ArrayList<Map.Entry<String, String>>();
        Optional.ofNullable(start.month()).ifPresent(month -> parameters.add(Map.entry(ARCHIVE, month.toString())));
        Optional.ofNullable(start.cursor()).ifPresent(cursor -> parameters.add(Map.entry(CURSOR, cursor)));
        return AbsoluteUrls.withParameters(current, parameters);
    }

    /**
     * The newest change that touched the document. An archive shows the newest change of its items: a change of another
     * article of that month must not change its bytes. One without items shows the beginning of its month.
     */
    private Instant updatedAt(FeedPage page, List<SyndicatedArticle> found) {
        var last = changes.last(metadata.cacheTags());
        metadata.lastModified(last.modifiedAt(), clock.instant());
        var monthStart = page.monthStart();
        return monthStart == null ? last.changedAt()
                : found.stream().map(SyndicatedArticle::changedAt).max(Instant::compareTo).orElse(monthStart);
    }
}
