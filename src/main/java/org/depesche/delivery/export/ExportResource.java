package org.depesche.delivery.export;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;

import org.depesche.content.article.view.Article;
import org.depesche.platform.http.Fresh;
import org.depesche.platform.http.Freshness;
import org.depesche.platform.http.request.CollectsErrors;
import org.depesche.platform.http.response.StreamedBody;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;

/** The endpoint of exports. */
@Path("/v1/export")
@Produces(ExportResource.NDJSON)
@Tag(name = "Changes")
@CollectsErrors
class ExportResource {

    static final String NDJSON = "application/x-ndjson";

    private final Exports exports;

    ExportResource(Exports exports) {
        this.exports = exports;
    }

    @GET
    @PermitAll
    @Blocking
    @Fresh(Freshness.NEVER)
    @Operation(
            operationId = "exportArticles",
            summary = "Read all published articles of a site at one sequence",
            description = "One article a line, by ascending id, each with the bytes of `GET /v1/articles/{id}`. The export and "
                    + "then the changes after its `Depesche-Sequence` are an exact copy. When the export breaks off, continue "
                    + "with `after=<id of the last whole line>`, and keep the first `Depesche-Sequence`.")
    @APIResponse(
            responseCode = "200",
            description = "One article a line",
            content = @Content(mediaType = NDJSON, schema = @Schema(implementation = Article.class)))
    public RestResponse<StreamedBody> export(@BeanParam ExportParameters parameters, @Context RoutingContext exchange) {
        return RestResponse.ResponseBuilder.ok(exports.open(parameters, exchange)).header("Cache-Control", "no-store")
                .header("X-Accel-Buffering", "no").build();
    }
}
