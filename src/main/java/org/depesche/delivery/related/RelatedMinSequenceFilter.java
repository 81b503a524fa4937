package org.depesche.delivery.related;

import java.util.List;
import java.util.Set;

import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.UriInfo;

import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/** Who demands a sequence of related news waits for the search index too, and does so before a connection is held. */
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

    private static boolean needsIndex(UriInfo asked) {
        var parameters = asked.getQueryParameters();
        var included = parameters.getOrDefault("include", List.of()).stream().anyMatch(parts -> parts.contains("related"));
        return asked.getPath().endsWith("/related") && strategyNeedsIndex(parameters.getFirst("strategy"))
                || included && strategyNeedsIndex(parameters.getFirst("relatedStrategy"));
    }

    private static boolean strategyNeedsIndex(@Nullable String strategy) {
        return strategy == null || !WITHOUT_INDEX.contains(strategy);
    }
}
