package org.depesche.delivery.feed;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.content.article.ArticleFilters.ArticleFilter;
import org.depesche.content.article.Articles;
import org.depesche.content.article.view.SyndicatedArticle;
import org.depesche.content.machineuse.PolicyDocuments;
import org.depesche.content.projection.WithdrawnArticles;
import org.depesche.content.site.Site;
import org.depesche.delivery.change.tag.TagChanges;
import org.depesche.delivery.feed.format.Feed;
import org.depesche.delivery.feed.format.ItemIdentity;
import org.depesche.delivery.feed.request.FeedConfig;
import org.depesche.delivery.feed.request.FeedContent;
import org.depesche.delivery.feed.request.FeedOptions;
import org.depesche.platform.http.ResponseMetadata;

/** Puts a feed together: its items, its links, and the time of its last change. */
@ApplicationScoped
class FeedAssembler {

    /** How many withdrawals are compared with the filter of a feed. */
    private static final int REMOVALS_READ = 1_000;

    private final Articles articles;
    private final FeedItems items;
    private final TagChanges changes;
    private final WithdrawnArticles withdrawn;
    private final PolicyDocuments policies;
    private final FeedHead head;
    private final ResponseMetadata metadata;
    private final FeedConfig config;
    private final Clock clock;

    FeedAssembler(Articles articles, FeedItems items, TagChanges changes, WithdrawnArticles withdrawn,
            PolicyDocuments policies, FeedHead head, ResponseMetadata metadata, FeedConfig config, Clock clock) {
        this.articles = articles;
        this.items = items;
        this.changes = changes;
        this.withdrawn = withdrawn;
        this.policies = policies;
        this.head = head;
        this.metadata = metadata;
        this.config = config;
        this.clock = clock;
    }

    Feed feed(FeedSubject subject, ArticleFilter filter, FeedPage page, FeedOptions options) {
        var found = find(subject.site(), page, options);
        var updatedAt = updatedAt(page, found);
        writePolicy(subject.site(), found);
        return new Feed(head.channel(subject, filter.canonical()), head.links(page), updatedAt,
                found.stream().map(article -> items.item(subject.site(), article, options)).toList(),
                removals(page, filter, updatedAt, found));
    }

    /** Returns the articles of a document that is no feed. The header {@code Link} names its older documents. */
    Listed articles(FeedSubject subject, ArticleFilter filter, FeedPage page, FeedOptions options) {
        var found = find(subject.site(), page, options);
        head.links(page);
        var updatedAt = updatedAt(page, found);
        writePolicy(subject.site(), found);
        return new Listed(found, removals(page, filter, updatedAt, found));
    }

    /** The articles of a document, and recent withdrawals. */
    record Listed(List<SyndicatedArticle> articles, List<Feed.Removal> removals) {
    }

    private List<SyndicatedArticle> find(Site site, FeedPage page, FeedOptions options) {
        var found = articles.renderForSyndication(site, page.articles(), options.content() == FeedContent.FULL,
                options.isForPartners());
        metadata.cacheTags(page.cacheTags());
        metadata.markVaryingByEntitlement();
        return withOwnIdentities(found);
    }

    /** Two articles with one former GUID would be one item for readers: that which was made first keeps the GUID. */
    private static List<SyndicatedArticle> withOwnIdentities(List<SyndicatedArticle> found) {
        var owners = new HashMap<String, UUID>();
        found.stream().filter(article -> article.guid() != null).forEach(article -> owners.merge(article.guid(),
                article.card().id(), (one, other) -> one.compareTo(other) < 0 ? one : other));
        return found.stream().map(article -> article.guid() == null
                || article.card().id().equals(owners.get(article.guid())) ? article : article.withoutGuid()).toList();
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

    /**
     * Returns recent withdrawals: recent compared with the last change of the feed and not with the clock. A feed that may have
     * only some articles names no others: a withdrawal of another article is no change of that feed. An identity that an item
     * has was not withdrawn, because the article was imported again.
     */
    private List<Feed.Removal> removals(FeedPage page, ArticleFilter filter, Instant updatedAt,
            List<SyndicatedArticle> found) {
        if (page.isArchive()) {
            return List.of();
        }
        var present = found.stream().map(article -> ItemIdentity.uri(article.card().id(), article.guid()))
                .collect(Collectors.toSet());
        return withdrawn.since(updatedAt.minus(config.removalsShown()), REMOVALS_READ).stream()
                .filter(gone -> page.mayHave(gone.id())
                        && filter.selection().matches(gone.id(), gone.publishedAt(), gone.lists()))
                .map(gone -> new Feed.Removal(ItemIdentity.uri(gone.id(), gone.guid().orElse(null)), gone.withdrawnAt()))
                .filter(gone -> !present.contains(gone.itemId())).limit(config.maxRemovals()).toList();
    }

    /** The feed of something that was deleted. */
    FeedResult deleted(Site site, String ref) {
        metadata.markVaryingByEntitlement();
        var page = new FeedPage(List.of(), null, null, Set.of());
        return new FeedResult(new Feed(head.channel(FeedSubject.ofDeleted(site, ref), ""), head.links(page),
                updatedAt(page, List.of()), List.of(), List.of()), false);
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
