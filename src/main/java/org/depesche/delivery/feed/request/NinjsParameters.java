package org.depesche.delivery.feed.request;

import java.time.YearMonth;

import org.depesche.platform.http.request.QueryParameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The parameters of a list in ninjs, which has its own place for images. */
public record NinjsParameters(
        @RestQuery @Nullable String archive,
        @RestQuery @Nullable String cursor,
        @RestQuery @Nullable String content,
        @RestQuery @Nullable String usage) {

    public static final QueryParameter<YearMonth> ARCHIVE = FeedParameters.ARCHIVE;
    public static final QueryParameter<String> CURSOR = FeedParameters.CURSOR;
    public static final QueryParameter<FeedContent> CONTENT = FeedParameters.CONTENT;
    public static final QueryParameter<Boolean> USAGE = FeedParameters.USAGE;

    public FeedParameters withoutLeadImage() {
        return new FeedParameters(archive, cursor, content, null, usage);
    }
}
