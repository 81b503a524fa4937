package org.depesche.delivery.related;

import java.util.List;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.depesche.content.article.Articles;
import org.depesche.content.article.view.FieldSelection;
import org.depesche.delivery.related.RelatedNews.RelatedQuery;
import org.depesche.platform.http.Fresh;
import org.depesche.platform.http.Freshness;
import org.depesche.platform.http.request.QueryParameters;
import org.depesche.platform.page.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The endpoint of the related news of an article. */
@Path("/v1/articles/{ref}/related")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Articles")
class RelatedResource {

    private static final int MAX_LIMIT = 100;

    private final RelatedNews related;
    private final Articles articles;
    private final QueryParameters queryParameters;

    RelatedResource(RelatedNews related, Articles articles, QueryParameters queryParameters) {
        this.related = related;
        this.articles = articles;
        this.queryParameters = queryParameters;
    }

    @GET
    @PermitAll
    @Fresh(Freshness.LIST)
    @Operation(operationId = "listRelatedArticles", summary = "List related news of an article", description = "Never the article itself, never advertising. Each item says which strategy chose it.")
    @APIResponse(responseCode = "200", description = "The related articles", content = @Content(schema = @Schema(implementation = RelatedList.class)))
    public RelatedList list(
            @Parameter(description = "Slug or id of the article.", example = "erfolgreiches-zweites-treffen") @RestPath String ref,
            @BeanParam RelatedParameters parameters) {
        var site = articles.site(parameters.site());
        var query = new RelatedQuery(queryParameters.choice("strategy", parameters.strategy(), RelatedStrategy.AUTO),
                queryParameters.number("limit", parameters.limit(), RelatedIncludeProvider.DEFAULT_LIMIT, 1, MAX_LIMIT),
                FieldSelection.forList(queryParameters, parameters.view(), parameters.include(), parameters.fields(),
                        RelatedQuery.MEMBERS));
        queryParameters.verify();
        return new RelatedList(List.copyOf(related.list(site, ref, query)), Page.single(query.limit()));
    }

    /** The query parameters as the client sent them. */
    record RelatedParameters(
            @Parameter(description = "Slug of the site. Absent: the default site.", example = "default") @RestQuery @Nullable String site,
            @Parameter(description = "What chooses: `auto` (default; the desk's picks, filled up with similar ones, then the newest), "
                    + "`curated` (the desk's picks in its order), `similar` (closest in content), `latest` (newest of the same category).", example = "latest") @RestQuery @Nullable String strategy,
            @Parameter(description = "How many, 1 to 100; 15 by default.", example = "15") @RestQuery @Nullable String limit,
            @Parameter(description = "How much of each: `card`, `summary` (default) or `full`.", example = "card") @RestQuery @Nullable String view,
            @Parameter(description = "Parts to add, comma-separated: `body`, `bodyHtml`, `bodyText`, `renditions`.", example = "bodyText") @RestQuery @Nullable String include,
            @Parameter(description = "Keep just these top-level members of each, comma-separated; `id` and what `include` asked for always stay.", example = "headline,slug,image") @RestQuery @Nullable String fields) {
    }
}
