package org.depesche.platform.http.response;

import java.net.URI;

import jakarta.ws.rs.core.HttpHeaders;

import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** A representation and the ETag of its version. */
public record WithETag<T>(T view, VersionETag etag) {

    public RestResponse<T> toResponse() {
        return ResponseBuilder.ok(view).header(HttpHeaders.ETAG, etag.header()).build();
    }

    /** @param location the URL of the new resource */
    public RestResponse<T> toCreated(URI location) {
        return ResponseBuilder.<T> created(location).header(HttpHeaders.ETAG, etag.header()).entity(view).build();
    }
}
