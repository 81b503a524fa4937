package org.depesche.delivery.search;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.depesche.content.article.list.ArticleFilterParameters;
import org.depesche.platform.http.Fresh;
import org.depesche.platform.http.Freshness;
import org.depesche.platform.http.request.CollectsErrors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The endpoint of full-text search. */
@Path("/v1/search")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Search")
@CollectsErrors
class SearchResource {

    private final ArticleSearch search;

    SearchResource(ArticleSearch search) {
        this.search = search;
    }

    @GET
    @PermitAll
    @Fresh(Freshness.SEARCH)
    @Operation(
            operationId = "search",
            summary = "Search articles",
            description = "Words are found in other forms, spellings and within compounds; as they were written comes first. "
                    + "Takes the article list's filters. `Depesche-Sequence` is the position of the index.")
    @APIResponse(
            responseCode = "200",
            description = "What was found",
            content = @Content(schema = @Schema(implementation = SearchList.class)))
    public SearchList search(@BeanParam ArticleFilterParameters filters, @BeanParam SearchParameters parameters) {
        return search.search(filters, parameters);
    }
}
