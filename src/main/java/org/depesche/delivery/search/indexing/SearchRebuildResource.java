package org.depesche.delivery.search.indexing;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.depesche.platform.access.Roles;
import org.depesche.platform.http.AbsoluteUrls;
import org.depesche.platform.http.Fresh;
import org.depesche.platform.http.Freshness;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The endpoint where administrators rebuild the search index. */
@Path("/v1/editorial/search/rebuild")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ADMIN)
@Fresh(Freshness.NEVER)
@Tag(name = "Search index")
class SearchRebuildResource {

    private final SearchRebuild rebuild;
    private final AbsoluteUrls urls;

    SearchRebuildResource(SearchRebuild rebuild, AbsoluteUrls urls) {
        this.rebuild = rebuild;
        this.urls = urls;
    }

    @GET
    @Operation(
            operationId = "getSearchRebuild",
            summary = "Read how far the rebuild of the search index is",
            description = "The counts are live, and those of the node that answers.")
    @APIResponse(
            responseCode = "200",
            description = "The last rebuild",
            content = @Content(schema = @Schema(implementation = RebuildView.class)))
    public RebuildView progress() {
        return rebuild.progress();
    }

    @POST
    @Operation(
            operationId = "rebuildSearch",
            summary = "Rebuild the search index",
            description = "In the background, on the node that answers. The present index goes on answering until the new "
                    + "one is whole. While one is under way, no other is begun.")
    @APIResponse(
            responseCode = "202",
            description = "Under way; `Location` tells how far it is",
            content = @Content(schema = @Schema(implementation = RebuildView.class)))
    public Response start() {
        return Response.accepted(rebuild.start()).location(urls.of("/v1/editorial/search/rebuild")).build();
    }
}
