package org.depesche.delivery.feed;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.depesche.content.article.ArticleFilters;
import org.depesche.content.article.ArticleFilters.ArticleFilter;
import org.depesche.content.article.Articles;
import org.depesche.content.article.list.ArticleFilterParameters;
import org.depesche.content.collection.CollectionLookup;
import org.depesche.content.listing.ListKey;
import org.depesche.content.listing.ListKind;
import org.depesche.content.listing.ListOrder;
import org.depesche.content.listing.PublishedListReader;
import org.depesche.content.site.Site;
import org.depesche.content.site.SiteReads;
import org.depesche.delivery.article.Ninjs;
import org.depesche.delivery.feed.format.Feed;
import org.depesche.delivery.related.RelatedNews;
import org.depesche.delivery.search.DatedSearch;
import org.depesche.platform.access.Caller;
import org.depesche.platform.http.CacheTag;
import org.depesche.platform.http.request.QueryParameters;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Reads feeds. Each call is one transaction, so that a feed belongs to one position of the change log. */
@ApplicationScoped
@Transactional
class Feeds {

    private final FeedSubjects subjects;
    private final FeedPager pager;
    private final FeedAssembler assembler;
    private final ArticleFilters filters;
    private final CollectionLookup collections;
    private final Articles articles;
    private final DatedSearch search;
    private final RelatedNews related;
    private final Ninjs ninjs;
    private final PublishedListReader lists;
    private final SiteReads reads;
    private final Caller caller;
    private final QueryParameters inputs;
    private final FeedConfig config;

    Feeds(FeedSubjects subjects, FeedPager pager, FeedAssembler assembler, ArticleFilters filters, CollectionLookup collections,
            Articles articles, DatedSearch search, RelatedNews related, Ninjs ninjs, PublishedListReader lists, SiteReads reads,
            Caller caller, QueryParameters inputs,
            FeedConfig config) {
        this.subjects = subjects;
        this.pager = pager;
        this.assembler = assembler;
        this.filters = filters;
        this.collections = collections;
        this.articles = articles;
        this.search = search;
        this.related = related;
        this.ninjs = ninjs;
        this.lists = lists;
        this.reads = reads;
        this.caller = caller;
        this.inputs = inputs;
        this.config = config;
    }

    FeedResult articles(FeedRequest request) {
        return listed(FeedSubject.of(site(request)), request, request.filters());
    }

    /** The newest articles as a list of ninjs items. */
    ObjectNode ninjs(FeedRequest request) {
        var subject = FeedSubject.of(site(request));
        var options = options(request);
        var filter = filter(request.filters(), subject.site(), options);
        var page = pager.byDate((selection, after, limit) -> lists.page(selection, ListOrder.NEWEST, after, limit), filter,
                key(subject, filter), request.parameters());
        var listed = assembler.articles(subject, filter, page, options);
        return ninjs.list(subject.site(), listed.articles(), listed.removals(), subject.title());
    }

    FeedResult category(String ref, FeedRequest request) {
        var site = site(request);
        return subjects.category(site, ref, request.format())
                .map(category -> listed(FeedSubject.of(site, "category", category.id(), category.name())
                        .describedBy(category.description()).at(site.categoryAddress(category.slug()).orElse(null)), request,
                        request.filters().withCategory(category.id().toString())))
                .orElseGet(() -> gone(site, ref));
    }

    FeedResult tag(String ref, FeedRequest request) {
        var site = site(request);
        return subjects.tag(site, ref, request.format())
                .map(tag -> listed(FeedSubject.of(site, "tag", tag.id(), tag.name()).describedBy(tag.description())
                        .at(site.tagAddress(tag.slug()).orElse(null)), request,
                        request.filters().withTag(tag.id().toString())))
                .orElseGet(() -> gone(site, ref));
    }

    FeedResult author(String ref, FeedRequest request) {
        var site = site(request);
        return subjects.author(site, ref, request.format())
                .map(author -> listed(FeedSubject.of(site, "author", author.id(), author.name())
                        .describedBy(author.profile().description()).at(site.authorAddress(author.slug()).orElse(null)),
                        request, request.filters().withAuthor(author.id().toString())))
                .orElseGet(() -> gone(site, ref));
    }

    FeedResult collection(String ref, FeedRequest request) {
        var site = site(request);
        var found = subjects.collection(site, ref, request.format());
        if (found.isEmpty()) {
            return gone(site, ref);
        }
        var collection = found.get();
        var subject = FeedSubject.of(site, "collection", collection.id(), collection.name())
                .describedBy(collection.description()).at(site.collectionAddress(collection.slug()).orElse(null));
        var filter = filter(request.filters(), site, options(request));
        return inOrder(subject, request, filter, collections.articles(collection.id()));
    }

    FeedResult search(@Nullable String q, FeedRequest request) {
        var site = site(request);
        var words = search.parse(q);
        var options = options(request);
        var filter = filter(request.filters(), site, options).withTags(Set.of(CacheTag.LIST_ALL));
        var subject = FeedSubject.of(site).about("search:" + q, String.valueOf(q));
        var page = pager.byDate(
                (selection, after, limit) -> search.page(words, selection, filter.excludedArticles(), after, limit), filter,
                key(subject, filter), request.parameters());
        return new FeedResult(assembler.feed(subject, filter, page, options), true);
    }

    FeedResult related(String ref, FeedRequest request) {
        var site = site(request);
        var options = options(request);
        var filter = filter(request.filters(), site, options);
        inputs.verify();
        var found = related.articles(site, ref, config.relatedItems(),
                slug -> "/feeds/articles/" + slug + "/related." + request.format().extension());
        var article = articles.renderCards(site, List.of(found.article())).get(found.article());
        var subject = FeedSubject.of(site, "related", found.article(), String.valueOf(article.headline())).at(article.url());
        return inOrder(subject, request, filter, found.related());
    }

    private FeedResult listed(FeedSubject subject, FeedRequest request, ArticleFilterParameters given) {
        var options = options(request);
        var filter = filter(given, subject.site(), options);
        var page = pager.byDate((selection, after, limit) -> lists.page(selection, ListOrder.NEWEST, after, limit), filter,
                key(subject, filter), request.parameters());
        return new FeedResult(assembler.feed(subject, filter, page, options), true);
    }

    private ArticleFilter filter(ArticleFilterParameters given, Site site, FeedOptions options) {
        var filter = filters.resolve(given, site);
        return options.isForPartners() ? filter.without(ListKey.of(site.id(), ListKind.WITHHELD, true)) : filter;
    }

    private FeedResult inOrder(FeedSubject subject, FeedRequest request, ArticleFilter filter, List<UUID> articles) {
        var options = options(request);
        var matching = filters.matching(subject.site(), articles, filter);
        // each article: one that is not public yet enters the feed when it is published
        var tags = articles.stream().map(CacheTag::article).collect(Collectors.toCollection(HashSet::new));
        tags.addAll(filter.tagsOfOtherChanges());
        var page = pager.inOrder(matching, tags, key(subject, filter), request.parameters()).among(articles);
        return new FeedResult(assembler.feed(subject, filter, page, options), true);
    }

    private FeedResult gone(Site site, String ref) {
        inputs.verify();
        return new FeedResult(assembler.emptyFeed(FeedSubject.ofDeleted(site, ref)), false);
    }

    private Site site(FeedRequest request) {
        var site = reads.begin(request.filters().site());
        options(request);
        inputs.read(FeedParameters.ARCHIVE, request.parameters().archive());
        inputs.verify(); // before the look-up of what the path names, so that a wrong parameter does not answer 404
        return site;
    }

    private static String key(FeedSubject subject, ArticleFilter filter) {
        return subject.site().id() + subject.key() + filter.canonical();
    }

    /** A caller without a key gets no more than the configuration says. */
    private FeedOptions options(FeedRequest request) {
        var given = request.parameters();
        var asked = inputs.read(FeedParameters.CONTENT, given.content());
        var content = asked.filter(wanted -> wanted == FeedContent.TEASER || !caller.isAnonymous()).orElse(config.content());
        var leadImage = inputs.read(FeedParameters.LEAD_IMAGE, given.leadImage()).or(config::leadImage)
                .orElse(content == FeedContent.FULL ? LeadImage.INLINE : LeadImage.MEDIA);
        var isForPartners = inputs.read(FeedParameters.USAGE, given.usage()).orElse(false) || caller.isAnonymous();
        return new FeedOptions(content, leadImage, isForPartners);
    }

    /** @param isPresent false for the feed of something that was deleted */
    record FeedResult(Feed feed, boolean isPresent) {
    }
}
