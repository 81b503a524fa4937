package org.depesche.delivery.change;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The query parameters of the change log as the client sent them. */
record ChangeParameters(
        @Parameter(description = "Entries after this sequence; 0 (default) is the beginning.", example = "42") @RestQuery @Nullable String since,
        @Parameter(description = "Only these types; a comma means any of.", example = "article.published,article.withdrawn") @RestQuery @Nullable List<String> type,
        @Parameter(description = "Only what concerns this site, by slug. Absent: all sites.", example = "default") @RestQuery @Nullable String site,
        @Parameter(description = "Hold an empty answer for up to so many seconds, 0 to 60, until something changes.", example = "30") @RestQuery("wait") @Nullable String waitSeconds,
        @Parameter(description = "Entries a page, 1 to 100; 15 by default.", example = "100") @RestQuery @Nullable String limit) {
}
