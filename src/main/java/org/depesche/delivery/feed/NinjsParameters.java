package org.depesche.delivery.feed;

import java.time.YearMonth;

import org.depesche.platform.http.request.QueryParameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The parameters of a list in ninjs, which has its own place for images. */
record NinjsParameters(
        @RestQuery @Nullable String archive,
        @RestQuery @Nullable String cursor,
        @RestQuery @Nullable String content,
        @RestQuery @Nullable String usage) {

    static final QueryParameter<YearMonth> ARCHIVE = FeedParameters.ARCHIVE;
    static final QueryParameter<String> CURSOR = FeedParameters.CURSOR;
    static final QueryParameter<FeedContent> CONTENT = FeedParameters.CONTENT;
    static final QueryParameter<Boolean> USAGE = FeedParameters.USAGE;

    FeedParameters withoutLeadImage() {
        return new FeedParameters(archive, cursor, content, null, usage);
    }
}
