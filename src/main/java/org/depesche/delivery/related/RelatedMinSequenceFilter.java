package org.depesche.delivery.related;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MultivaluedMap;

import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/**
 * Makes a request for related news with a minimum sequence wait for the search index as well. The filter waits before
 * the request takes a database connection.
 */
class RelatedMinSequenceFilter {

    /** The list of related news, and its feeds. */
    private static final Pattern RELATED = Pattern.compile("/articles/[^/]+/related(\\.[a-z]+)?$");
    private static final Set<String> WITHOUT_INDEX = Set.of("latest", "curated");

    private final SimilarNews similar;

    RelatedMinSequenceFilter(SimilarNews similar) {
        this.similar = similar;
    }

    @ServerRequestFilter(priority = Priorities.USER + 1)
    public void await(ContainerRequestContext request) {
        var uri = request.getUriInfo();
        if (needsIndex(uri.getPath(), uri.getQueryParameters())) {
            similar.awaitIndex();
        }
    }

    static boolean needsIndex(String path, MultivaluedMap<String, String> parameters) {
        var includesRelated = parameters.getOrDefault("include", List.of()).stream()
                .anyMatch(include -> include.contains("related"));
        return RELATED.matcher(path).find() && strategyNeedsIndex(parameters.getFirst("strategy"))
                || includesRelated && strategyNeedsIndex(parameters.getFirst("relatedStrategy"));
    }

    private static boolean strategyNeedsIndex(@Nullable String strategy) {
        return strategy == null || !WITHOUT_INDEX.contains(strategy);
    }
}
