package org.depesche.delivery.feed;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.depesche.delivery.article.Ninjs;
import org.depesche.delivery.feed.request.FeedRequest;
import org.depesche.delivery.feed.request.FeedRequestReader;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Reads the newest articles as a list of ninjs items, in one transaction. */
@ApplicationScoped
@Transactional
class NinjsFeed {

    private final FeedRequestReader requests;
    private final FeedPager pager;
    private final FeedAssembler assembler;
    private final Ninjs ninjs;

    NinjsFeed(FeedRequestReader requests, FeedPager pager, FeedAssembler assembler, Ninjs ninjs) {
        this.requests = requests;
        this.pager = pager;
        this.assembler = assembler;
        this.ninjs = ninjs;
    }

    ObjectNode articles(FeedRequest request) {
        var subject = FeedSubject.of(requests.site(request));
        var options = requests.options(request);
        var filter = requests.filter(request.filters(), subject.site(), options);
        var page = pager.newest(filter, subject.listKey(filter), request.parameters());
        var listed = assembler.articles(subject, filter, page, options);
        return ninjs.list(subject.site(), listed.articles(), listed.removals(), subject.title());
    }
}
