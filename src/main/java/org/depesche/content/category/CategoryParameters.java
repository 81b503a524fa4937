package org.depesche.content.category;

import java.util.Map;

import org.depesche.content.site.Site;
import org.depesche.content.site.Sites;
import org.depesche.platform.http.request.QueryParameters;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The query parameters of the list of categories. */
record CategoryParameters(
        @Parameter(description = "Slug of the site. Absent: the default site.", example = "default") @RestQuery @Nullable String site,
        @Parameter(description = "`true`: a list in which each names its parent, instead of the tree.", schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"), example = "true") @RestQuery @Nullable String flat,
        @Parameter(description = "`latest` adds each category's newest articles as cards.", schema = @Schema(type = SchemaType.STRING, enumeration = "latest"), example = "latest") @RestQuery @Nullable String include,
        @Parameter(description = "How many of the newest articles, 1 to 20; 5 by default. Goes with `include=latest`.", schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "20", defaultValue = "5"), example = "5") @RestQuery @Nullable String latestLimit) {

    private static final int DEFAULT_LATEST = 5;
    private static final int MAX_LATEST = 20;

    CategoryQuery read(Sites sites, QueryParameters inputs) {
        var latest = inputs.choices("include", include, Map.of("latest", true)).contains(true);
        if (latestLimit != null && !latest) {
            inputs.reject("latestLimit", "`latestLimit` goes with `include=latest`.");
        }
        var limit = inputs.number("latestLimit", latestLimit, DEFAULT_LATEST, 1, MAX_LATEST);
        var query = new CategoryQuery(sites.requested(inputs, site), inputs.flag("flat", flat, false), latest ? limit : 0);
        inputs.verify();
        return query;
    }

    /** @param latest the number of newest articles of each category; 0 for none */
    record CategoryQuery(Site site, boolean isFlat, int latest) {
    }
}
