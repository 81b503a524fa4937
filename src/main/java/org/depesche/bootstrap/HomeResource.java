package org.depesche.bootstrap;

import java.net.URI;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.depesche.platform.http.Fresh;
import org.depesche.platform.http.Freshness;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.RestResponse.Status;

/** Redirects the root path to the entry page. */
@Path("/")
@Fresh(Freshness.STATIC_PAGE)
class HomeResource {

    @GET
    @PermitAll
    @Operation(hidden = true)
    public RestResponse<Void> home() {
        return ResponseBuilder.<Void> create(Status.FOUND).location(URI.create("/docs")).build();
    }
}
