package org.depesche.content.image.desk;

import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.depesche.content.image.ImageQuery;
import org.depesche.content.image.published.ImageParameters;
import org.depesche.platform.http.request.QueryParameter;
import org.depesche.platform.http.request.QueryParameter.WithDefault;
import org.depesche.platform.http.request.QueryParameters;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The query parameters of the editorial list of images. */
record EditorialImageParameters(
        @RestQuery @Nullable String q,
        @RestQuery @Nullable String credit,
        @RestQuery @Nullable String missing,
        @RestQuery @Nullable String limit,
        @RestQuery @Nullable String cursor,
        @RestQuery @Nullable String total) {

    static final QueryParameter<List<String>> Q = ImageParameters.Q;
    static final QueryParameter<String> CREDIT = ImageParameters.CREDIT;
    static final QueryParameter<Set<ImageQuery.Missing>> MISSING = QueryParameter.someOf("missing",
            QueryParameter.words(what -> what.name().toLowerCase(Locale.ROOT), ImageQuery.Missing.values()))
            .describe("Only images that lack any of these: `alt` (and are not decorative), `credit`, `rights`.",
                    "alt,credit");
    static final WithDefault<Integer> LIMIT = ImageParameters.LIMIT;
    static final QueryParameter<String> CURSOR = ImageParameters.CURSOR;
    static final WithDefault<Boolean> TOTAL = ImageParameters.TOTAL;

    ImageQuery read(QueryParameters inputs) {
        return new ImageParameters(null, q, credit, null, null, null, limit, cursor, total).read(null,
                inputs.read(MISSING, missing).orElse(Set.of()), inputs);
    }
}
