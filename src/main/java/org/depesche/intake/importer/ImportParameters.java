package org.depesche.intake.importer;

import org.depesche.content.site.Sites;
import org.depesche.platform.http.request.QueryParameter;
import org.depesche.platform.http.request.QueryParameter.WithDefault;
import org.depesche.platform.http.request.QueryParameters;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The query parameters of an upload: how to import its records. */
record ImportParameters(
        @RestQuery @Nullable String state,
        @RestQuery @Nullable String unknownCategory,
        @RestQuery @Nullable String site) {

    static final WithDefault<Boolean> STATE = QueryParameter
            .oneOf("state", QueryParameter.words(draft -> draft ? "draft" : "published", false, true))
            .describe("`draft`: nothing becomes public. Default: published as of each record's `publishedAt`.", "draft")
            .otherwise(false);
    static final WithDefault<Boolean> UNKNOWN_CATEGORY = QueryParameter
            .oneOf("unknownCategory", QueryParameter.words(create -> create ? "create" : "reject", false, true))
            .describe("What to do about a category that is not there: `reject` its records (default) or `create` it.", "create")
            .otherwise(false);
    static final QueryParameter<String> SITE = Sites.SITE
            .describe("The site whose categories the records name. Default: the default site.", "default");

    ImportOptions options(QueryParameters inputs, Sites sites, String submittedBy) {
        var asDraft = inputs.read(STATE, state);
        var makesCategories = inputs.read(UNKNOWN_CATEGORY, unknownCategory);
        var into = sites.requested(inputs, site);
        inputs.verify();
        return new ImportOptions(into.id(), asDraft, makesCategories, submittedBy);
    }
}
