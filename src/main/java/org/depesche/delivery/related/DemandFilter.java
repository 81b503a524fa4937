package org.depesche.delivery.related;

import java.util.List;
import java.util.Set;

import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.UriInfo;

import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/** Who demands a sequence of related news waits for the search index too, and does so before a connection is held. */
class DemandFilter {

    private static final Set<String> WITHOUT_INDEX = Set.of("latest", "curated");

    private final SimilarNews similar;

    DemandFilter(SimilarNews similar) {
        this.similar = similar;
    }

    @ServerRequestFilter(priority = Priorities.USER + 1)
    public void await(ContainerRequestContext request) {
        if (asksTheIndex(request.getUriInfo())) {
            similar.await();
        }
    }

    private static boolean asksTheIndex(UriInfo asked) {
        var parameters = asked.getQueryParameters();
        var included = parameters.getOrDefault("include", List.of()).stream().anyMatch(parts -> parts.contains("related"));
        return asked.getPath().endsWith("/related") && usesIt(parameters.getFirst("strategy"))
                || included && usesIt(parameters.getFirst("relatedStrategy"));
    }

    private static boolean usesIt(@Nullable String strategy) {
        return strategy == null || !WITHOUT_INDEX.contains(strategy);
    }
}
