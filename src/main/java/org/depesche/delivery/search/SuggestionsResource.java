package org.depesche.delivery.search;

import java.util.Optional;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.depesche.content.article.Articles;
import org.depesche.delivery.search.index.ArticleIndex;
import org.depesche.delivery.search.indexing.CurrentIndex;
import org.depesche.platform.http.Fresh;
import org.depesche.platform.http.Freshness;
import org.depesche.platform.http.MinSequence;
import org.depesche.platform.http.request.QueryParameters;
import org.depesche.platform.page.PageQuery;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The endpoint of search suggestions. */
@Path("/v1/suggest")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Search")
class SuggestionsResource {

    private static final int MAX_LENGTH = 100;

    private final Suggestions suggestions;
    private final CurrentIndex index;
    private final Articles articles;
    private final MinSequence minSequence;
    private final QueryParameters queryParameters;

    SuggestionsResource(Suggestions suggestions, CurrentIndex index, Articles articles, MinSequence minSequence,
            QueryParameters queryParameters) {
        this.suggestions = suggestions;
        this.index = index;
        this.articles = articles;
        this.minSequence = minSequence;
        this.queryParameters = queryParameters;
    }

    @GET
    @PermitAll
    @Fresh(Freshness.SEARCH)
    @Operation(operationId = "suggest", summary = "Suggest what somebody may be typing", description = "Tags and authors whose names begin so, and the newest articles whose headlines have such words.")
    @APIResponse(responseCode = "200", description = "The suggestions", content = @Content(schema = @Schema(implementation = SuggestionList.class)))
    public SuggestionList suggest(@BeanParam SuggestParameters parameters) {
        var site = articles.site(parameters.site());
        var input = Optional.ofNullable(parameters.q()).filter(text -> text.length() <= MAX_LENGTH);
        if (input.isEmpty()) {
            queryParameters.reject("q", "`q` is what somebody has typed, with at most " + MAX_LENGTH + " characters.");
        }
        var limit = queryParameters.number("limit", parameters.limit(), PageQuery.DEFAULT_LIMIT, 1, PageQuery.MAX_LIMIT);
        queryParameters.verify();
        minSequence.await(() -> index.ask(ArticleIndex::position));
        return new SuggestionList(suggestions.find(site, input.get(), limit));
    }

    /** The query parameters as the client sent them. */
    record SuggestParameters(
            @Parameter(required = true, description = "What was typed so far.", example = "Digital") @RestQuery @Nullable String q,
            @Parameter(description = "Slug of the site. Absent: the default site.", example = "default") @RestQuery @Nullable String site,
            @Parameter(description = "How many, 1 to 100; 15 by default.", example = "15") @RestQuery @Nullable String limit) {
    }
}
