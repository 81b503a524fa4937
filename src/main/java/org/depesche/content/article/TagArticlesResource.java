package org.depesche.content.article;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.depesche.content.article.list.ArticleFilterParameters;
import org.depesche.content.article.list.ArticleList;
import org.depesche.content.article.list.ArticleListParameters;
import org.depesche.platform.http.Fresh;
import org.depesche.platform.http.Freshness;
import org.depesche.platform.http.request.CollectsErrors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** The endpoint of the articles with a tag. */
@Path("/v1/tags/{ref}/articles")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Tags")
@CollectsErrors
class TagArticlesResource {

    private final ScopedArticleLists articles;

    TagArticlesResource(ScopedArticleLists articles) {
        this.articles = articles;
    }

    @GET
    @PermitAll
    @Fresh(Freshness.LIST)
    @Operation(
            operationId = "listTagArticles",
            summary = "List the articles with a tag",
            description = "The article list, filtered; the same parameters. `tag` narrows it further.")
    @APIResponse(
            responseCode = "200",
            description = "A page of articles",
            content = @Content(schema = @Schema(implementation = ArticleList.class)))
    public ArticleList list(
            @Parameter(description = "Slug or id of the tag.", example = "muensterplatz") @RestPath String ref,
            @BeanParam ArticleFilterParameters filters, @BeanParam ArticleListParameters parameters) {
        return articles.withTag(ref, filters, parameters);
    }
}
