package org.depesche.content.editorial.preview;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.depesche.content.article.SingleArticleParameters;
import org.depesche.content.article.view.ArticleRepresentation;
import org.depesche.content.editorial.ArticleState;
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
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/** Shows working copies to clients with a preview link. */
@Path("/v1/preview/{token}")
@Produces(MediaType.APPLICATION_JSON)
@Fresh(Freshness.NEVER)
@Tag(name = "Articles")
class PreviewResource {

    private final Previews previews;

    PreviewResource(Previews previews) {
        this.previews = previews;
    }

    @GET
    @PermitAll
    @CollectsErrors
    @Operation(
            operationId = "previewArticle",
            summary = "Read a working copy by its preview link",
            description = "In the form in which an article is delivered, with `preview` and `state`; a draft may lack a "
                    + "headline, a category and an address. A link that was forged, has expired or was revoked gets the "
                    + "same 404.")
    @APIResponse(
            responseCode = "200",
            description = "The working copy as it would be delivered",
            content = @Content(schema = @Schema(implementation = Preview.class)))
    public RestResponse<Preview> get(
            @Parameter(
                    description = "The token of the link",
                    example = "8rYxQ2n5hWJmV1kT7cB4eA9sD3fG6uLpZ0oNiRtUyHw") @RestPath String token,
            @BeanParam SingleArticleParameters parameters) {
        return ResponseBuilder.ok(previews.renderPreview(token, parameters)).header("X-Robots-Tag", "noindex").build();
    }

    /** A working copy as it would be delivered. */
    @Schema(
            name = "Preview",
            description = "A working copy in the form of an Article. Only what a draft has is there, and of that what "
                    + "`view` and "
                    + "`fields` select")
    record Preview(@JsonUnwrapped ArticleRepresentation article,
            @Schema(required = true, description = "Always `true`") boolean preview,
            @Schema(
                    required = true,
                    implementation = ArticleState.class,
                    description = "What the public sees now: `draft`, `published`, `unpublished`, `withdrawn`; more may be "
                            + "added",
                    examples = "draft") String state) {
    }
}
