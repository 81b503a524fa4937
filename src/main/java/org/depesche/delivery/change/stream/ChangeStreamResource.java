package org.depesche.delivery.change.stream;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;

import org.depesche.platform.http.Fresh;
import org.depesche.platform.http.Freshness;
import org.depesche.platform.http.request.CollectsErrors;
import org.depesche.platform.http.response.StreamedBody;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;

/** The endpoint of the event stream. */
@Path("/v1/changes/stream")
@Produces(MediaType.SERVER_SENT_EVENTS)
@Tag(name = "Changes")
@CollectsErrors
class ChangeStreamResource {

    private final ChangeStreams streams;

    ChangeStreamResource(ChangeStreams streams) {
        this.streams = streams;
    }

    @GET
    @PermitAll
    @Blocking
    @Fresh(Freshness.NEVER)
    @Operation(
            operationId = "streamChanges",
            summary = "Receive changes as server-sent events",
            description = "Each event has the sequence as `id` and a change entry as `data`. A client that connects again with "
                    + "`Last-Event-ID` misses nothing. A position that the log no longer has gets one event of the type "
                    + "`expired` with the URL of the export, and 204 after that.")
    @APIResponse(
            responseCode = "200",
            description = "Events until either side closes the connection",
            content = @Content(
                    mediaType = MediaType.SERVER_SENT_EVENTS,
                    schema = @Schema(type = SchemaType.STRING, examples = "id: 42\ndata: {\"sequence\": 42}\n\n")))
    @APIResponse(
            responseCode = "204",
            description = "An earlier event asked the client to start again; it should stop connecting")
    public RestResponse<StreamedBody> stream(@BeanParam StreamParameters parameters, @Context RoutingContext exchange) {
        return streams.open(parameters, exchange)
                .map(body -> RestResponse.ResponseBuilder.ok(body).header("Cache-Control", "no-store, no-transform")
                        .header("X-Accel-Buffering", "no").build())
                .orElseGet(RestResponse::noContent);
    }
}
