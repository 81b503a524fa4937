package org.depesche.bootstrap;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;

import org.depesche.platform.http.Fresh;
import org.depesche.platform.http.Freshness;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.RestResponse.Status;

/** Redirects the root path to the entry page, by a relative address: caches must not keep the {@code Host} of a client. */
@Path("/")
@Fresh(Freshness.STATIC_PAGE)
class HomeResource {

    @GET
    @PermitAll
    @Operation(hidden = true)
    public RestResponse<Void> home() {
        return ResponseBuilder.<Void> create(Status.FOUND).header(HttpHeaders.LOCATION, "/docs").build();
    }
}
