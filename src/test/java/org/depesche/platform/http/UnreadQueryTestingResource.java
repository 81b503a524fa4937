package org.depesche.platform.http;

import java.util.Map;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.depesche.platform.http.request.QueryParameters;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;

/** An endpoint that declares a parameter and does not inject {@link QueryParameters}. */
@Path("/v1/testing-unread")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@Fresh(Freshness.TAXONOMY)
class UnreadQueryTestingResource {

    @GET
    @Operation(hidden = true)
    public Map<String, String> get(@RestQuery String q) {
        return q == null ? Map.of() : Map.of("q", q);
    }
}
