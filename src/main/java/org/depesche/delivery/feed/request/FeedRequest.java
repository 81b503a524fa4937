package org.depesche.delivery.feed.request;

import org.depesche.content.article.list.ArticleFilterParameters;
import org.depesche.delivery.feed.format.FeedFormat;

/** A request for a feed, as the client sent it. */
public record FeedRequest(FeedFormat format, ArticleFilterParameters filters, FeedParameters parameters) {

    public static FeedRequest of(String format, ArticleFilterParameters filters, FeedParameters parameters) {
        return new FeedRequest(FeedFormat.of(format).orElseThrow(), filters, parameters);
    }
}
