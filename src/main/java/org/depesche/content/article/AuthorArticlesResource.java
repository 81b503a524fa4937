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

/** The endpoint of the articles by an author. */
@Path("/v1/authors/{ref}/articles")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Authors")
@CollectsErrors
class AuthorArticlesResource {

    private final ScopedArticleLists articles;

    AuthorArticlesResource(ScopedArticleLists articles) {
        this.articles = articles;
    }

    @GET
    @PermitAll
    @Fresh(Freshness.LIST)
    @Operation(
            operationId = "listAuthorArticles",
            summary = "List the articles by an author",
            description = "The article list, filtered; the same parameters. `author` narrows it further.")
    @APIResponse(
            responseCode = "200",
            description = "A page of articles",
            content = @Content(schema = @Schema(implementation = ArticleList.class)))
    public ArticleList list(
            @Parameter(description = "Slug or id of the author.", example = "jule-petersen") @RestPath String ref,
            @BeanParam ArticleFilterParameters filters, @BeanParam ArticleListParameters parameters) {
        return articles.byAuthor(ref, filters, parameters);
    }
}
