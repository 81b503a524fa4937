package org.depesche.delivery.websub;

import java.nio.charset.StandardCharsets;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.depesche.platform.http.Fresh;
import org.depesche.platform.http.Freshness;
import org.depesche.platform.problem.Problem;
import org.depesche.platform.problem.ProblemDocument;
import org.depesche.platform.problem.ProblemType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** The endpoint of the WebSub hub, where the configuration has it on. */
@Path(WebSubHub.PATH)
@Produces(MediaType.TEXT_PLAIN)
@PermitAll
@Fresh(Freshness.NEVER)
@Tag(name = "Feeds")
class HubResource {

    private final Subscriptions subscriptions;
    private final WebSubHub hub;

    HubResource(Subscriptions subscriptions, WebSubHub hub) {
        this.subscriptions = subscriptions;
        this.hub = hub;
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(
            operationId = "requestSubscription",
            summary = "Subscribe to a feed, or unsubscribe",
            description = "The hub of [WebSub](https://www.w3.org/TR/websub/). It asks the callback to confirm the request, "
                    + "and then posts it the feed whenever it changes. Where no feed names a hub in its header `Link`, the "
                    + "hub is off.")
    @RequestBody(
            required = true,
            content = @Content(
                    mediaType = MediaType.APPLICATION_FORM_URLENCODED,
                    schema = @Schema(implementation = HubForm.class)))
    @APIResponse(
            responseCode = "202",
            description = "The callback is asked to confirm it",
            content = @Content(mediaType = MediaType.TEXT_PLAIN, schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(
            responseCode = "404",
            description = "The hub is off, or there is no such subscription to end",
            content = @Content(
                    mediaType = ProblemDocument.MEDIA_TYPE,
                    schema = @Schema(implementation = ProblemDocument.class)))
    @APIResponse(
            responseCode = "409",
            description = "There are as many subscriptions as there may be, of this host or of all",
            content = @Content(
                    mediaType = ProblemDocument.MEDIA_TYPE,
                    schema = @Schema(implementation = ProblemDocument.class)))
    @APIResponse(
            responseCode = "503",
            description = "Too many requests wait for their verification: `Retry-After` says when to come back",
            content = @Content(
                    mediaType = ProblemDocument.MEDIA_TYPE,
                    schema = @Schema(implementation = ProblemDocument.class)))
    public RestResponse<String> request(byte[] body) {
        if (hub.address().isEmpty()) {
            throw new Problem(ProblemType.NOT_FOUND, "The hub is off.");
        }
        subscriptions.request(new String(body, StandardCharsets.UTF_8));
        return RestResponse.ResponseBuilder.<String> create(202).entity("The callback is asked to confirm it.\n").build();
    }
}
