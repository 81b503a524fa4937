package org.depesche.delivery.embed;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;

import org.depesche.content.article.list.ArticleFilterParameters;
import org.depesche.platform.http.Fresh;
import org.depesche.platform.http.Freshness;
import org.depesche.platform.http.request.CollectsErrors;
import org.depesche.platform.problem.Problem;
import org.depesche.platform.problem.ProblemType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** The page for frames, and the script in all its versions. */
@Path("/embed")
@Produces("*/*")
@PermitAll
@Tag(name = "Feeds")
class EmbedResource {

    private final EmbedScripts scripts;
    private final FramePages pages;

    EmbedResource(EmbedScripts scripts, FramePages pages) {
        this.scripts = scripts;
        this.pages = pages;
    }

    @GET
    @Path("/{hash: [0-9a-f]{16}}.js")
    @Fresh(Freshness.FOREVER)
    @Operation(hidden = true)
    public RestResponse<byte[]> script(@RestPath String hash) {
        return EmbedScriptResource.answer(scripts.find(hash)
                .orElseThrow(() -> new Problem(ProblemType.NOT_FOUND, "No version of the script has this hash.")));
    }

    @GET
    @Path("/feed")
    @Fresh(Freshness.LIST)
    @CollectsErrors
    @Operation(
            operationId = "getFeedPage",
            summary = "Show the newest articles in a frame",
            description = "A page for an `iframe`, for partners whose system removes scripts and unknown elements. It "
                    + "takes the "
                    + "article list's filters. Only what partners may have is in it.")
    @APIResponse(responseCode = "200", description = "The page",
            content = @Content(mediaType = "text/html", schema = @Schema(type = SchemaType.STRING)))
    public RestResponse<String> feed(@BeanParam ArticleFilterParameters filters, @BeanParam FrameParameters parameters) {
        var page = pages.page(filters, parameters);
        return ResponseBuilder.ok(page.html(), "text/html;charset=utf-8").header("Content-Security-Policy", page.policy())
                .header("Cross-Origin-Resource-Policy", "cross-origin").header("Referrer-Policy", "no-referrer").build();
    }
}
