package org.depesche.delivery.feed;

import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.depesche.content.article.list.ArticleFilterParameters;
import org.depesche.content.site.Site;
import org.depesche.delivery.feed.request.FeedRequest;
import org.depesche.delivery.feed.request.FeedRequestReader;
import org.depesche.delivery.search.DatedSearch;
import org.depesche.platform.http.CacheTag;
import org.jspecify.annotations.Nullable;

/**
 * Reads feeds in the order of dates. Each call is one transaction, so that a feed belongs to one position of the change log.
 */
@ApplicationScoped
@Transactional
class Feeds {

    private final FeedRequestReader requests;
    private final FeedSubjects subjects;
    private final FeedPager pager;
    private final FeedAssembler assembler;
    private final DatedSearch search;

    Feeds(FeedRequestReader requests, FeedSubjects subjects, FeedPager pager, FeedAssembler assembler, DatedSearch search) {
        this.requests = requests;
        this.subjects = subjects;
        this.pager = pager;
        this.assembler = assembler;
        this.search = search;
    }

    FeedResult articles(FeedRequest request) {
        return listed(FeedSubject.of(requests.site(request)), request, request.filters());
    }

    FeedResult category(String ref, FeedRequest request) {
        var site = requests.site(request);
        return subjects.category(site, ref, request.format())
                .map(category -> listed(FeedSubject.of(site, "category", category.id(), category.name())
                        .describedBy(category.description()).at(site.categoryAddress(category.slug()).orElse(null)), request,
                        request.filters().withCategory(category.id().toString())))
                .orElseGet(() -> deleted(site, ref));
    }

    FeedResult tag(String ref, FeedRequest request) {
        var site = requests.site(request);
        return subjects.tag(site, ref, request.format())
                .map(tag -> listed(FeedSubject.of(site, "tag", tag.id(), tag.name()).describedBy(tag.description())
                        .at(site.tagAddress(tag.slug()).orElse(null)), request,
                        request.filters().withTag(tag.id().toString())))
                .orElseGet(() -> deleted(site, ref));
    }

    FeedResult author(String ref, FeedRequest request) {
        var site = requests.site(request);
        return subjects.author(site, ref, request.format())
                .map(author -> listed(FeedSubject.of(site, "author", author.id(), author.name())
                        .describedBy(author.profile().description()).at(site.authorAddress(author.slug()).orElse(null)),
                        request, request.filters().withAuthor(author.id().toString())))
                .orElseGet(() -> deleted(site, ref));
    }

    FeedResult search(@Nullable String q, FeedRequest request) {
        var site = requests.site(request);
        var words = search.parse(q);
        var options = requests.options(request);
        var filter = requests.filter(request.filters(), site, options).withTags(Set.of(CacheTag.LIST_ALL));
        var subject = FeedSubject.of(site).about("search:" + q, String.valueOf(q));
        var page = pager.byDate(
                (selection, after, limit) -> search.page(words, selection, filter.excludedArticles(), after, limit), filter,
                subject.listKey(filter), request.parameters());
        return new FeedResult(assembler.feed(subject, filter, page, options), true);
    }

    private FeedResult listed(FeedSubject subject, FeedRequest request, ArticleFilterParameters given) {
        var options = requests.options(request);
        var filter = requests.filter(given, subject.site(), options);
        var page = pager.newest(filter, subject.listKey(filter), request.parameters());
        return new FeedResult(assembler.feed(subject, filter, page, options), true);
    }

    private FeedResult deleted(Site site, String ref) {
        requests.verify();
        return assembler.deleted(site, ref);
    }
}
