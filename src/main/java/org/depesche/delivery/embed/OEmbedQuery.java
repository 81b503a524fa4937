package org.depesche.delivery.embed;

import java.util.Optional;

import org.depesche.platform.http.request.QueryParameter;
import org.depesche.platform.json.WebUrl;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The arguments of oEmbed 1.0 (section 2.2), as the client sent them. */
record OEmbedQuery(
        @RestQuery @Nullable String url,
        @RestQuery @Nullable String maxwidth,
        @RestQuery @Nullable String maxheight,
        @RestQuery @Nullable String format) {

    /** The largest width or height in CSS pixels. */
    static final int MAX_SIZE = 100_000;

    private static final int MAX_FORMAT = 20;

    static final QueryParameter<String> URL = QueryParameter
            .text("url", WebUrl.MAX_LENGTH, OEmbedQuery::address, "`url` has at most " + WebUrl.MAX_LENGTH + " characters.")
            .describe("The address of an article, as a reader copies it, percent-encoded.",
                    "https://www.example.org/politik/erfolgreiches-zweites-treffen")
            .required();
    static final QueryParameter<Integer> MAXWIDTH = QueryParameter.whole("maxwidth", 1, MAX_SIZE)
            .describe("The width that the consumer has, in CSS pixels.", "480");
    static final QueryParameter<Integer> MAXHEIGHT = QueryParameter.whole("maxheight", 1, MAX_SIZE)
            .describe("The height that the consumer has, in CSS pixels.", "400");
    static final QueryParameter<String> FORMAT = QueryParameter.text("format", MAX_FORMAT)
            .describe("`json` (default) or `xml`. For any other format the answer is 501.", "json");

    private static Optional<String> address(String text) {
        return Optional.of(text).filter(address -> address.length() <= WebUrl.MAX_LENGTH);
    }
}
