package org.depesche.intake.importer;

import java.util.Map;

import org.depesche.content.site.Sites;
import org.depesche.platform.http.request.QueryParameters;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The query parameters of an upload: how to import its records. */
record ImportParameters(
        @Parameter(description = "`draft`: nothing becomes public. Default: published as of each record's `publishedAt`.", example = "draft") @RestQuery @Nullable String state,
        @Parameter(description = "What to do about a category that is not there: `reject` its records (default) or `create` it.", example = "create") @RestQuery @Nullable String unknownCategory,
        @Parameter(description = "The site whose categories the records name. Default: the default site.", example = "default") @RestQuery @Nullable String site) {

    private static final Map<String, Boolean> STATES = Map.of("published", false, "draft", true);
    private static final Map<String, Boolean> UNKNOWN_CATEGORY = Map.of("reject", false, "create", true);

    ImportOptions options(QueryParameters queryParameters, Sites sites, String submittedBy) {
        var asDraft = queryParameters.choice("state", state, false, STATES);
        var createCategories = queryParameters.choice("unknownCategory", unknownCategory, false, UNKNOWN_CATEGORY);
        var targetSite = sites.requested(queryParameters, site);
        queryParameters.verify();
        return new ImportOptions(targetSite.id(), asDraft, createCategories, submittedBy);
    }
}
