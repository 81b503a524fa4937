package org.depesche.delivery.feed;

import org.depesche.platform.http.request.QueryParameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The parameters of a feed that is not in the order of dates, so that it has no archive by month. */
record UndatedFeedParameters(
        @RestQuery @Nullable String cursor,
        @RestQuery @Nullable String content,
        @RestQuery @Nullable String leadImage,
        @RestQuery @Nullable String usage) {

    static final QueryParameter<String> CURSOR = FeedParameters.CURSOR;
    static final QueryParameter<FeedContent> CONTENT = FeedParameters.CONTENT;
    static final QueryParameter<LeadImage> LEAD_IMAGE = FeedParameters.LEAD_IMAGE;
    static final QueryParameter<Boolean> USAGE = FeedParameters.USAGE;

    FeedParameters withoutArchive() {
        return new FeedParameters(null, cursor, content, leadImage, usage);
    }
}
