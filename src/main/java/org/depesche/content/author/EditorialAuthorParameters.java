package org.depesche.content.author;

import java.util.Set;

import org.depesche.content.taxonomy.TaxonomyQuery;
import org.depesche.platform.http.request.QueryParameters;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The query parameters of the editorial list of authors. */
record EditorialAuthorParameters(
        @Parameter(description = "How the name begins, in any case and German spelling: `mue` finds Müller too.", example = "mue") @RestQuery @Nullable String q,
        @Parameter(description = "How many items a page has at most, 1 to 100; 15 by default.", schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "100", defaultValue = "15"), example = "15") @RestQuery @Nullable String limit,
        @Parameter(description = "Where to go on: taken from `page.next` or `page.previous`, for the same filter.", example = "AQACBG5hbWU") @RestQuery @Nullable String cursor,
        @Parameter(description = "`true` adds the number of all matches as `page.total`.", schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"), example = "true") @RestQuery @Nullable String total) {

    TaxonomyQuery read(QueryParameters inputs) {
        return TaxonomyQuery.acrossSites(inputs, new TaxonomyQuery.Raw(q, limit, cursor, total), Set.of());
    }
}
