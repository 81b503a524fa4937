package org.depesche.platform.http;

import java.util.Map;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.depesche.platform.http.response.VersionETag;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;

@Path("/v1/editorial/testing/{name}")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
class EditorialTestingResource {

    @GET
    @Fresh(Freshness.LIST)
    @Operation(hidden = true)
    public Response get(@RestPath String name) {
        return Response.ok(Map.of("text", "Entwurf ".repeat(500))).header("ETag", tag(name).header()).build();
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(hidden = true)
    public Response put(@RestPath String name, @RestHeader("If-Match") String ifMatch,
            @RestHeader("If-None-Match") String ifNoneMatch) {
        tag(name).checkPut(ifMatch, ifNoneMatch);
        return Response.ok(Map.of()).header("ETag", "\"v8\"").build();
    }

    @DELETE
    @Operation(hidden = true)
    public void delete(@RestPath String name, @RestHeader("If-Match") String ifMatch) {
        tag(name).checkChange(ifMatch);
    }

    private static VersionETag tag(String name) {
        return name.equals("new") ? VersionETag.none() : VersionETag.of("v7");
    }
}
