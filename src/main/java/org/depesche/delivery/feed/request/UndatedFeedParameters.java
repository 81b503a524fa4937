package org.depesche.delivery.feed.request;

import org.depesche.platform.http.request.QueryParameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The parameters of a feed that is not in the order of dates, so that it has no archive by month. */
public record UndatedFeedParameters(
        @RestQuery @Nullable String cursor,
        @RestQuery @Nullable String content,
        @RestQuery @Nullable String leadImage,
        @RestQuery @Nullable String usage) {

    public static final QueryParameter<String> CURSOR = FeedParameters.CURSOR;
    public static final QueryParameter<FeedContent> CONTENT = FeedParameters.CONTENT;
    public static final QueryParameter<LeadImage> LEAD_IMAGE = FeedParameters.LEAD_IMAGE;
    public static final QueryParameter<Boolean> USAGE = FeedParameters.USAGE;

    public FeedParameters withoutArchive() {
        return new FeedParameters(null, cursor, content, leadImage, usage);
    }
}
