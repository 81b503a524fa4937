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
import org.depesche.content.article.view.Article;
import org.depesche.content.article.view.ArticleRepresentation;
import org.depesche.platform.database.RemoteCalls;
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

/** The endpoints of public articles. */
@Path("/v1/articles")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Articles")
@CollectsErrors
class ArticlesResource {

    private final ArticleLists lists;
    private final ArticleReader reader;
    private final RemoteCalls calls;

    ArticlesResource(ArticleLists lists, ArticleReader reader, RemoteCalls calls) {
        this.lists = lists;
        this.reader = reader;
        this.calls = calls;
    }

    @GET
    @PermitAll
    @Fresh(Freshness.LIST)
    @Operation(
            operationId = "listArticles",
            summary = "List published articles, newest first",
            description = "Every filter can be combined with every other. Pages are stable: nothing is lost or repeated "
                    + "while articles are published.")
    @APIResponse(
            responseCode = "200",
            description = "A page of articles",
            content = @Content(schema = @Schema(implementation = ArticleList.class)))
    public ArticleList list(@BeanParam ArticleFilterParameters filters, @BeanParam ArticleListParameters parameters) {
        return lists.list(filters, parameters);
    }

    @GET
    @Path("/{ref}")
    @PermitAll
    @Fresh(Freshness.ARTICLE)
    @Operation(
            operationId = "getArticle",
            summary = "Read one article",
            description = "A former slug redirects to the present one; a withdrawn article is gone (410).")
    @APIResponse(
            responseCode = "200",
            description = "The article",
            content = @Content(schema = @Schema(implementation = Article.class)))
    public ArticleRepresentation one(
            @Parameter(
                    description = "Slug or id of the article.",
                    example = "erfolgreiches-zweites-treffen") @RestPath String ref,
            @BeanParam SingleArticleParameters parameters) {
        return calls.read(() -> reader.one(ref, parameters));
    }
}
