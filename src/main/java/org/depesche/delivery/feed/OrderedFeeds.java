package org.depesche.delivery.feed;

import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.depesche.content.article.ArticleFilters;
import org.depesche.content.article.ArticleFilters.ArticleFilter;
import org.depesche.content.article.Articles;
import org.depesche.content.collection.CollectionLookup;
import org.depesche.delivery.feed.request.FeedConfig;
import org.depesche.delivery.feed.request.FeedRequest;
import org.depesche.delivery.feed.request.FeedRequestReader;
import org.depesche.delivery.related.RelatedNews;
import org.depesche.platform.http.CacheTag;

/**
 * Reads feeds that have an order of their own instead of that of dates. Each call is one transaction, so that a feed belongs to
 * one position of the change log.
 */
@ApplicationScoped
@Transactional
class OrderedFeeds {

    private final FeedRequestReader requests;
    private final FeedSubjects subjects;
    private final FeedPager pager;
    private final FeedAssembler assembler;
    private final ArticleFilters filters;
    private final CollectionLookup collections;
    private final RelatedNews related;
    private final Articles articles;
    private final FeedConfig config;

    OrderedFeeds(FeedRequestReader requests, FeedSubjects subjects, FeedPager pager, FeedAssembler assembler,
            ArticleFilters filters, CollectionLookup collections, RelatedNews related, Articles articles, FeedConfig config) {
        this.requests = requests;
        this.subjects = subjects;
        this.pager = pager;
        this.assembler = assembler;
        this.filters = filters;
        this.collections = collections;
        this.related = related;
        this.articles = articles;
        this.config = config;
    }

    /** The articles of a collection, in the order of editors. */
    FeedResult collection(String ref, FeedRequest request) {
        var site = requests.site(request);
        var found = subjects.collection(site, ref, request.format());
        if (found.isEmpty()) {
            requests.verify();
            return assembler.deleted(site, ref);
        }
        var collection = found.get();
        var subject = FeedSubject.of(site, "collection", collection.id(), collection.name())
                .describedBy(collection.description()).at(site.collectionAddress(collection.slug()).orElse(null));
        var filter = requests.filter(request.filters(), site, requests.options(request));
        return inOrder(subject, request, filter, collections.articles(collection.id()));
    }

    /** The related news of an article, the most related first. */
    FeedResult related(String ref, FeedRequest request) {
        var site = requests.site(request);
        var filter = requests.filter(request.filters(), site, requests.options(request));
        requests.verify(); // before the look-up of the article
        var found = related.articles(site, ref, config.relatedItems(),
                slug -> "/feeds/articles/" + slug + "/related." + request.format().extension());
        var article = articles.renderCards(site, List.of(found.article())).get(found.article());
        var subject = FeedSubject.of(site, "related", found.article(), String.valueOf(article.headline())).at(article.url());
        return inOrder(subject, request, filter, found.related());
    }

    private FeedResult inOrder(FeedSubject subject, FeedRequest request, ArticleFilter filter, List<UUID> listed) {
        var matching = filters.matching(subject.site(), listed, filter);
        // each article: one that is not public yet enters the feed when it is published
        var tags = listed.stream().map(CacheTag::article).collect(Collectors.toCollection(HashSet::new));
        tags.addAll(filter.tagsOfOtherChanges());
        var page = pager.inOrder(matching, tags, subject.listKey(filter), request.parameters()).among(listed);
        return new FeedResult(assembler.feed(subject, filter, page, requests.options(request)), true);
    }
}
