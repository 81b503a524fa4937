package org.depesche.delivery.feed.request;

import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.Optional;

import org.depesche.content.article.view.FieldSelection;
import org.depesche.platform.http.request.QueryParameter;
import org.depesche.platform.page.PageParameters;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The parameters of a feed beside the filters of the article list, as the client sent them. */
public record FeedParameters(
        @RestQuery @Nullable String archive,
        @RestQuery @Nullable String cursor,
        @RestQuery @Nullable String content,
        @RestQuery @Nullable String leadImage,
        @RestQuery @Nullable String usage) {

    private static final int MONTH_LENGTH = 7;

    public static final QueryParameter<YearMonth> ARCHIVE = QueryParameter
            .text("archive", MONTH_LENGTH, FeedParameters::month, "`archive` is a month, as `2024-10`.")
            .describe("The items of one month of publication, which change only when an article of that month does. Feeds link "
                    + "to it.", "2024-10");
    public static final QueryParameter<String> CURSOR = PageParameters.CURSOR
            .describe("Where to go on: taken from the link to older items, for the same filter.", "AQACDC1wdWJsaXNoZWRBdA");
    public static final QueryParameter<FeedContent> CONTENT = QueryParameter.oneOf("content", FeedContent.values())
            .describe(
                    "`full` articles or each `teaser` alone. Absent: as the service is configured. Without a key, no more than "
                            + "that.",
                    "teaser");
    public static final QueryParameter<LeadImage> LEAD_IMAGE = QueryParameter.oneOf("leadImage", LeadImage.values())
            .describe("Where the lead image is: as `media` beside the content, `inline` in it, in `both` places, or as "
                    + "`enclosure`. Absent: as the service is configured.", "media");

    public static final QueryParameter<Boolean> USAGE = FieldSelection.USAGE.describe(
            "`syndication`: only what `rights.syndication` allows to partners, with the attribution. Always so without a key.",
            "syndication");

    private static Optional<YearMonth> month(String text) {
        try {
            return text.matches("(19|[2-9]\\d)\\d{2}-\\d{2}") ? Optional.of(YearMonth.parse(text)) : Optional.empty();
        } catch (DateTimeParseException notAMonth) {
            return Optional.empty();
        }
    }
}
