package org.depesche.platform.http;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

import io.vertx.core.http.HttpServerRequest;

/** Turns {@link Moved} into its answer. */
class MovedMapper {

    private static final int KEPT_SECONDS = 300;

    private final Addresses addresses;

    MovedMapper(Addresses addresses) {
        this.addresses = addresses;
    }

    @ServerExceptionMapper
    public Response map(Moved moved, HttpServerRequest request) {
        var query = String.join("&", Addresses.without(request.query(), ParameterFilter.MIN_SEQUENCE));
        return Response.status(Response.Status.MOVED_PERMANENTLY)
                .header(HttpHeaders.LOCATION, moved.location(addresses, query).toString())
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=" + KEPT_SECONDS).build();
    }
}
