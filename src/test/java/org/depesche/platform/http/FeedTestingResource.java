package org.depesche.platform.http;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;

import org.eclipse.microprofile.openapi.annotations.Operation;

@Path("/feeds/testing.rss")
@Produces("application/rss+xml")
@PermitAll
class FeedTestingResource {

    @GET
    @Fresh(Freshness.FEED)
    @Operation(hidden = true)
    public String get() {
        return "<rss/>";
    }
}
