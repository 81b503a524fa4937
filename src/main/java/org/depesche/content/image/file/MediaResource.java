package org.depesche.content.image.file;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;

import org.depesche.platform.http.Fresh;
import org.depesche.platform.http.Freshness;
import org.depesche.platform.http.request.QueryParameters;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** The files of images. Clients take the addresses from image objects, and never build them. */
@Path("/media")
@Produces("*/*")
@PermitAll
@Fresh(Freshness.FOREVER)
class MediaResource {

    private final MediaFiles files;
    private final QueryParameters inputs;

    MediaResource(MediaFiles files, QueryParameters inputs) {
        this.files = files;
        this.inputs = inputs;
    }

    @GET
    @Path("/{image}/{key}/{name}")
    @Operation(hidden = true)
    public Response file(@RestPath String image, @RestPath String key, @RestPath String name,
            @RestHeader("Range") @Nullable String range, @RestHeader("If-Range") @Nullable String ifRange,
            @RestHeader("If-None-Match") @Nullable String ifNoneMatch) {
        inputs.verify();
        return files.find(image, key, name, new MediaFiles.Conditions(range, ifRange, ifNoneMatch));
    }
}
