package org.depesche.delivery.related;

import java.util.List;
import java.util.Set;

import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.UriInfo;

import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/**
 * Makes a request for related news with a minimum sequence wait for the search index as well. The filter waits before
 * the request takes a database connection.
 */
class RelatedMinSequenceFilter {

    private static final Set<String> WITHOUT_INDEX = Set.of("latest", "curated");

    private final SimilarNews similar;

    RelatedMinSequenceFilter(SimilarNews similar) {
        this.similar = similar;
    }

    @ServerRequestFilter(priority = Priorities.USER + 1)
    public void await(ContainerRequestContext request) {
        if (needsIndex(request.getUriInfo())) {
            similar.awaitIndex();
        }
    }

    private static boolean needsIndex(UriInfo uri) {
        var parameters = uri.getQueryParameters();
        var includesRelated = parameters.getOrDefault("include", List.of()).stream()
                .anyMatch(include -> include.contains("related"));
        return uri.getPath().endsWith("/related") && strategyNeedsIndex(parameters.getFirst("strategy"))
                || includesRelated && strategyNeedsIndex(parameters.getFirst("relatedStrategy"));
    }

    private static boolean strategyNeedsIndex(@Nullable String strategy) {
        return strategy == null || !WITHOUT_INDEX.contains(strategy);
    }
}
