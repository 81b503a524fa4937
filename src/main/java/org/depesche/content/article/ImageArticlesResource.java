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

/** The endpoint of the articles that use an image. */
@Path("/v1/images/{id}/articles")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Images")
@CollectsErrors
class ImageArticlesResource {

    private final ScopedArticleLists articles;

    ImageArticlesResource(ScopedArticleLists articles) {
        this.articles = articles;
    }

    @GET
    @PermitAll
    @Fresh(Freshness.LIST)
    @Operation(
            operationId = "listImageArticles",
            summary = "List the articles that use an image",
            description = "The article list, filtered; the same parameters.")
    @APIResponse(
            responseCode = "200",
            description = "A page of articles",
            content = @Content(schema = @Schema(implementation = ArticleList.class)))
    public ArticleList list(
            @Parameter(description = "Id of the image.", example = "01929f3c-7a00-7c3e-9d6c-0d8f2a7b1c11") @RestPath String id,
            @BeanParam ArticleFilterParameters filters, @BeanParam ArticleListParameters parameters) {
        return articles.withImage(id, filters, parameters);
    }
}
