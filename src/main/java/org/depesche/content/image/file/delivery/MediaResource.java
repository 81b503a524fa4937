package org.depesche.content.image.file.delivery;

import java.time.Clock;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;

import org.depesche.platform.http.Fresh;
import org.depesche.platform.http.Freshness;
import org.depesche.platform.http.request.QueryParameters;
import org.depesche.platform.http.response.FileRequest;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;

/** Delivers the files of images. Clients take their addresses from image objects, and never construct them. */
@Path("/media")
@Produces("*/*")
@PermitAll
@Fresh(Freshness.FOREVER)
class MediaResource {

    private final MediaFiles files;
    private final QueryParameters inputs;
    private final Clock clock;

    MediaResource(MediaFiles files, QueryParameters inputs, Clock clock) {
        this.files = files;
        this.inputs = inputs;
        this.clock = clock;
    }

    @GET
    @Path("/{image}/{key}/{name}")
    @Operation(hidden = true)
    public Response file(@RestPath String image, @RestPath String key, @RestPath String name,
            @Context Request request, @Context HttpHeaders headers) {
        inputs.verify();
        return files.find(image, key, name, FileRequest.of(request, headers, clock));
    }
}
