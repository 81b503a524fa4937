package org.depesche.platform.audit;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.depesche.platform.access.Roles;
import org.depesche.platform.http.Fresh;
import org.depesche.platform.http.Freshness;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** The endpoint that erases callers of the audit log. */
@Path("/v1/editorial/callers")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ADMIN)
@Fresh(Freshness.NEVER)
@Tag(name = "Audit")
class CallersResource {

    private final CallerErasure erasure;

    CallersResource(CallerErasure erasure) {
        this.erasure = erasure;
    }

    @POST
    @Path("/{id}/erase")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            operationId = "eraseCaller",
            summary = "Erase who somebody was",
            description = "Names and addresses leave the audit, working copies, revisions and imports; that somebody with "
                    + "this id did it stays. Another caller of the very same name is removed with them. Cannot be undone.")
    @APIResponse(responseCode = "204", description = "Erased")
    public void erase(
            @Parameter(
                    description = "Who it was: `by.id` of an audit entry",
                    example = "01929f3c-7a00-7c3e-9d6c-0d8f2a7b1c11") @RestPath String id) {
        erasure.erase(id);
    }
}
