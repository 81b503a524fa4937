package org.depesche.platform.access;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;

import org.eclipse.microprofile.openapi.annotations.Operation;

import io.smallrye.common.annotation.NonBlocking;

/** An endpoint for each role, for tests only. */
@Path("/v1/test/access")
@Produces("text/plain")
class RoleEndpointsResource {

    private final Caller caller;

    RoleEndpointsResource(Caller caller) {
        this.caller = caller;
    }

    @GET
    @Path("/anybody")
    @PermitAll
    @Operation(hidden = true)
    public String anybody() {
        return who();
    }

    @GET
    @Path("/anybody-on-the-event-loop")
    @PermitAll
    @NonBlocking
    @Operation(hidden = true)
    public String anybodyOnTheEventLoop() {
        return who();
    }

    @GET
    @Path("/reader")
    @RolesAllowed(Roles.READER)
    @Operation(hidden = true)
    public String reader() {
        return who();
    }

    @GET
    @Path("/author")
    @RolesAllowed(Roles.AUTHOR)
    @Operation(hidden = true)
    public String author() {
        return who();
    }

    @GET
    @Path("/editor")
    @RolesAllowed(Roles.EDITOR)
    @Operation(hidden = true)
    public String editor() {
        return who();
    }

    @GET
    @Path("/admin")
    @RolesAllowed(Roles.ADMIN)
    @Operation(hidden = true)
    public String admin() {
        return who();
    }

    @GET
    @Path("/nobody")
    @Operation(hidden = true)
    public String nobody() {
        return who();
    }

    private String who() {
        return caller.isAnonymous() ? "anonymous" : caller.role().word();
    }
}
