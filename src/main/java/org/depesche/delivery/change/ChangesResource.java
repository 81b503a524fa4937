package org.depesche.delivery.change;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.depesche.platform.http.Fresh;
import org.depesche.platform.http.Freshness;
import org.depesche.platform.http.request.CollectsErrors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;

/** The endpoint of the change log. */
@Path("/v1/changes")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Changes")
@CollectsErrors
class ChangesResource {

    private final ChangeFeed pages;

    ChangesResource(ChangeFeed pages) {
        this.pages = pages;
    }

    @GET
    @PermitAll
    @Blocking
    @Fresh(Freshness.CHANGES)
    @Operation(
            operationId = "listChanges",
            summary = "Follow what changes, in commit order without gaps",
            description = "Start with `since=0` or with the `Depesche-Sequence` of what you have, then follow `page.next`, "
                    + "which is always there.")
    @APIResponse(
            responseCode = "200",
            description = "Changes after that sequence",
            content = @Content(schema = @Schema(implementation = ChangePage.class)))
    public Uni<ChangePage> list(@BeanParam ChangeParameters parameters) {
        return pages.read(parameters);
    }
}
