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

/** The endpoint of the articles of a category. */
@Path("/v1/categories/{ref}/articles")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Categories")
@CollectsErrors
class CategoryArticlesResource {

    private final ScopedArticleLists articles;

    CategoryArticlesResource(ScopedArticleLists articles) {
        this.articles = articles;
    }

    @GET
    @PermitAll
    @Fresh(Freshness.LIST)
    @Operation(
            operationId = "listCategoryArticles",
            summary = "List the articles of a category and its descendants",
            description = "The article list, filtered; the same parameters. `category` narrows it further.")
    @APIResponse(
            responseCode = "200",
            description = "A page of articles",
            content = @Content(schema = @Schema(implementation = ArticleList.class)))
    public ArticleList list(
            @Parameter(description = "Slug or id of the category.", example = "politik") @RestPath String ref,
            @BeanParam ArticleFilterParameters filters, @BeanParam ArticleListParameters parameters) {
        return articles.inCategory(ref, filters, parameters);
    }
}
