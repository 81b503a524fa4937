package org.depesche.content.image.desk;

import org.depesche.content.image.ImageParameters;
import org.depesche.content.image.ImageQuery;
import org.depesche.platform.http.request.QueryParameters;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The query parameters of the editorial list of images. */
record EditorialImageParameters(
        @Parameter(description = "Words that all stand in the alternative text or the caption, in any case.", example = "hafen fähre") @RestQuery @Nullable String q,
        @Parameter(description = "Part of the credit, in any case.", example = "photothek.de") @RestQuery @Nullable String credit,
        @Parameter(description = "How many items a page has at most, 1 to 100; 15 by default.", schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "100", defaultValue = "15"), example = "15") @RestQuery @Nullable String limit,
        @Parameter(description = "Where to go on: taken from `page.next` or `page.previous`, for the same filter.", example = "AQACAy1pZA") @RestQuery @Nullable String cursor,
        @Parameter(description = "`true` adds the number of all matches as `page.total`.", schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"), example = "true") @RestQuery @Nullable String total) {

    ImageQuery read(QueryParameters inputs) {
        return new ImageParameters(null, q, credit, null, null, limit, cursor, total).read(null, inputs);
    }
}
