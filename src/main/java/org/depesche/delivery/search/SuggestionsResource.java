package org.depesche.delivery.search;

import java.util.Optional;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.depesche.content.site.Site;
import org.depesche.content.site.Sites;
import org.depesche.delivery.search.index.ArticleIndex;
import org.depesche.delivery.search.indexing.CurrentIndex;
import org.depesche.platform.http.Fresh;
import org.depesche.platform.http.Freshness;
import org.depesche.platform.http.MinSequence;
import org.depesche.platform.http.request.QueryParameter;
import org.depesche.platform.http.request.QueryParameter.WithDefault;
import org.depesche.platform.http.request.QueryParameters;
import org.depesche.platform.page.PageParameters;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
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
    private final Sites sites;
    private final MinSequence minSequence;
    private final QueryParameters queryParameters;

    SuggestionsResource(Suggestions suggestions, CurrentIndex index, Sites sites, MinSequence minSequence,
            QueryParameters queryParameters) {
        this.suggestions = suggestions;
        this.index = index;
        this.sites = sites;
        this.minSequence = minSequence;
        this.queryParameters = queryParameters;
    }

    @GET
    @PermitAll
    @Fresh(Freshness.SEARCH)
    @Operation(
            operationId = "suggest",
            summary = "Suggest what somebody may be typing",
            description = "Tags and authors whose names begin with the input, and the newest articles whose headlines have "
                    + "its words.")
    @APIResponse(
            responseCode = "200",
            description = "The suggestions",
            content = @Content(schema = @Schema(implementation = SuggestionList.class)))
    public SuggestionList suggest(@BeanParam SuggestParameters parameters) {
        var input = Optional.ofNullable(parameters.q()).filter(text -> text.length() <= MAX_LENGTH);
        if (input.isEmpty()) {
            queryParameters.reject(SuggestParameters.Q,
                    "`q` is what somebody has typed, with at most " + MAX_LENGTH + " characters.");
        }
        var limit = queryParameters.read(SuggestParameters.LIMIT, parameters.limit());
        return new SuggestionList(suggestions.find(() -> site(parameters.site()), input.orElse(""), limit));
    }

    private Site site(@Nullable String slug) {
        var site = sites.requested(queryParameters, slug);
        queryParameters.verify();
        minSequence.await(() -> index.ask(ArticleIndex::position));
        return site;
    }

    /** The query parameters as the client sent them. */
    record SuggestParameters(
            @RestQuery @Nullable String q,
            @RestQuery @Nullable String site,
            @RestQuery @Nullable String limit) {

        static final QueryParameter<String> Q = QueryParameter.text("q", MAX_LENGTH, Optional::of, "")
                .describe("What was typed so far.", "Digital").required();
        static final QueryParameter<String> SITE = Sites.SITE;
        static final WithDefault<Integer> LIMIT = PageParameters.LIMIT
                .describe("How many, 1 to 100; 15 by default.", "15");

    }
}
