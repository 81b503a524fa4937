package org.depesche.content.site;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.depesche.platform.access.Roles;
import org.depesche.platform.http.AbsoluteUrls;
import org.depesche.platform.http.Fresh;
import org.depesche.platform.http.Freshness;
import org.depesche.platform.http.request.CollectsErrors;
import org.depesche.platform.http.request.QueryParameters;
import org.depesche.platform.http.response.ConditionalUpdate;
import org.depesche.platform.idempotency.Idempotent;
import org.depesche.platform.json.JsonForm;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/v1/editorial/sites")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ADMIN)
@Fresh(Freshness.NEVER)
@org.eclipse.microprofile.openapi.annotations.tags.Tag(name = "Editorial sites", description = "The portals, for admins")
class EditorialSitesResource {

    private static final String REF = "Slug or id of the site";
    private static final String REF_EXAMPLE = "default";

    private final EditorialSites desk;
    private final QueryParameters inputs;
    private final AbsoluteUrls addresses;

    EditorialSitesResource(EditorialSites desk, QueryParameters inputs, AbsoluteUrls addresses) {
        this.desk = desk;
        this.inputs = inputs;
        this.addresses = addresses;
    }

    @GET
    @Operation(
            operationId = "listEditorialSites",
            summary = "List all sites for editing",
            description = "The default site first. With what the public list leaves out.")
    @APIResponse(
            responseCode = "200",
            description = "All sites",
            content = @Content(schema = @Schema(implementation = EditorialSites.EditorialSiteList.class)))
    public EditorialSites.EditorialSiteList list() {
        return desk.all();
    }

    @GET
    @Path("/{ref}")
    @Operation(
            operationId = "getEditorialSite",
            summary = "Read one site for editing",
            description = "Its `ETag` is what a change sends as `If-Match`.")
    @APIResponse(
            responseCode = "200",
            description = "The site",
            content = @Content(schema = @Schema(implementation = EditorialSiteView.class)))
    public RestResponse<EditorialSiteView> one(@Parameter(description = REF, example = REF_EXAMPLE) @RestPath String ref) {
        return desk.one(ref).toResponse();
    }

    @POST
    @CollectsErrors
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "createSite",
            summary = "Make a site",
            description = "Without a slug, one is made from the name and numbered when taken; an explicit one that is taken "
                    + "is a conflict. Articles stand on it once they are placed in a category of it.")
    @RequestBody(
            required = true,
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = SiteFormSchema.class)))
    @APIResponse(
            responseCode = "201",
            description = "The new site",
            content = @Content(schema = @Schema(implementation = EditorialSiteView.class)))
    public RestResponse<EditorialSiteView> create(byte[] body) {
        var created = desk.create(JsonForm.parse(body, inputs.takeErrors()));
        return created.toCreated(addresses.of("/v1/editorial/sites/" + created.view().id()));
    }

    @PUT
    @CollectsErrors
    @Path("/{ref}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "replaceSite",
            summary = "Replace what is said of a site",
            description = "Takes what GET gave. Its slug and whether it is the default stay; so does, on the default site, "
                    + "what the configuration of the service sets.")
    @RequestBody(
            required = true,
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = SiteFormSchema.class)))
    @APIResponse(
            responseCode = "200",
            description = "The site as it is now",
            content = @Content(schema = @Schema(implementation = EditorialSiteView.class)))
    public RestResponse<EditorialSiteView> replace(@Parameter(description = REF, example = REF_EXAMPLE) @RestPath String ref,
            @RestHeader("If-Match") @Nullable String ifMatch,
            byte[] body) {
        return desk.update(ref, ConditionalUpdate.put(ifMatch, JsonForm.parse(body, inputs.takeErrors()))).toResponse();
    }

    @PATCH
    @CollectsErrors
    @Path("/{ref}")
    @Consumes({ "application/merge-patch+json", MediaType.APPLICATION_JSON })
    @Operation(
            operationId = "patchSite",
            summary = "Change single members of a site",
            description = "A merge patch (RFC 7396): what is left out stays, null clears.")
    @RequestBody(required = true, content = {
            @Content(mediaType = "application/merge-patch+json", schema = @Schema(implementation = SiteFormSchema.class)),
            @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = SiteFormSchema.class)) })
    @APIResponse(
            responseCode = "200",
            description = "The site as it is now",
            content = @Content(schema = @Schema(implementation = EditorialSiteView.class)))
    public RestResponse<EditorialSiteView> patch(@Parameter(description = REF, example = REF_EXAMPLE) @RestPath String ref,
            @RestHeader("If-Match") @Nullable String ifMatch,
            byte[] body) {
        return desk.update(ref, ConditionalUpdate.patch(ifMatch, JsonForm.parse(body, inputs.takeErrors()))).toResponse();
    }

    @DELETE
    @Path("/{ref}")
    @Operation(
            operationId = "deleteSite",
            summary = "Delete a site that nothing is on",
            description = "One with categories is a conflict, as is the default site.")
    @APIResponse(responseCode = "204", description = "Deleted")
    public void delete(@Parameter(description = REF, example = REF_EXAMPLE) @RestPath String ref,
            @RestHeader("If-Match") @Nullable String ifMatch) {
        desk.delete(ref, ifMatch);
    }
}
