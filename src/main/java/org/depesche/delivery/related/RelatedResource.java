package org.depesche.delivery.related;

import java.util.List;
import java.util.Set;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.depesche.content.article.view.DetailLevel;
import org.depesche.content.article.view.FieldSelection;
import org.depesche.content.site.Sites;
import org.depesche.delivery.related.RelatedNews.RelatedQuery;
import org.depesche.platform.http.Fresh;
import org.depesche.platform.http.Freshness;
import org.depesche.platform.http.request.CollectsErrors;
import org.depesche.platform.http.request.QueryParameter;
import org.depesche.platform.http.request.QueryParameter.WithDefault;
import org.depesche.platform.page.PageParameters;
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
@CollectsErrors
class RelatedResource {

    private final RelatedLists lists;

    RelatedResource(RelatedLists lists) {
        this.lists = lists;
    }

    @GET
    @PermitAll
    @Fresh(Freshness.LIST)
    @Operation(
            operationId = "listRelatedArticles",
            summary = "List related news of an article",
            description = "Never the article itself, never advertising. Each item says which strategy chose it.")
    @APIResponse(
            responseCode = "200",
            description = "The related articles",
            content = @Content(schema = @Schema(implementation = RelatedList.class)))
    public RelatedList list(
            @Parameter(
                    description = "Slug or id of the article.",
                    example = "erfolgreiches-zweites-treffen") @RestPath String ref,
            @BeanParam RelatedParameters parameters) {
        return lists.read(ref, parameters);
    }

    /** The query parameters as the client sent them. Public, because they are filled by reflection. */
    public record RelatedParameters(
            @RestQuery @Nullable String site,
            @RestQuery @Nullable String strategy,
            @RestQuery @Nullable String limit,
            @RestQuery @Nullable String view,
            @RestQuery @Nullable List<String> include,
            @RestQuery @Nullable List<String> fields,
            @RestQuery @Nullable String usage,
            @RestQuery @Nullable String crop) {

        static final QueryParameter<String> SITE = Sites.SITE;
        static final QueryParameter<Boolean> USAGE = FieldSelection.USAGE;
        static final QueryParameter<?> CROP = FieldSelection.CROP;
        static final WithDefault<RelatedStrategy> STRATEGY = QueryParameter.oneOf("strategy", RelatedStrategy.values())
                .describe("What chooses: `auto` (default; the desk's picks, filled up with similar ones, then the newest), "
                        + "`curated` (the desk's picks in its order), `similar` (closest in content), `latest` (newest of the "
                        + "same category).", "latest")
                .otherwise(RelatedStrategy.AUTO);
        static final WithDefault<Integer> LIMIT = PageParameters.LIMIT
                .describe("How many, 1 to 100; 15 by default.", "15");
        static final WithDefault<DetailLevel> VIEW = FieldSelection.VIEW
                .describe("How much of each: `card`, `summary` (default) or `full`.", "card");
        static final QueryParameter<Set<String>> INCLUDE = FieldSelection.INCLUDE
                .describe("Parts to add, comma-separated: `body`, `bodyHtml`, `bodyText`, `renditions`.", "bodyText");
        static final QueryParameter<Set<String>> FIELDS = FieldSelection
                .fields(FieldSelection.LIST_INCLUDES, RelatedQuery.MEMBERS)
                .describe("Keep just these top-level members of each, comma-separated; `id` and what `include` asked for "
                        + "always stay.", "headline,slug,image");

    }
}
