package org.depesche.content.collection.desk;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.depesche.content.collection.CollectionParameters;
import org.depesche.content.site.Site;
import org.depesche.content.site.Sites;
import org.depesche.platform.access.Roles;
import org.depesche.platform.http.AbsoluteUrls;
import org.depesche.platform.http.Fresh;
import org.depesche.platform.http.Freshness;
import org.depesche.platform.http.request.CollectsErrors;
import org.depesche.platform.http.request.QueryParameter;
import org.depesche.platform.http.request.QueryParameters;
import org.depesche.platform.http.response.ConditionalUpdate;
import org.depesche.platform.json.JsonForm;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/v1/editorial/collections")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.EDITOR)
@Fresh(Freshness.NEVER)
@Tag(name = "Editorial collections")
class EditorialCollectionsResource {

    private static final String SLUG = "Slug, former slug or id of the collection";
    private static final String SLUG_EXAMPLE = "front-page";

    static final QueryParameter<String> SITE = Sites.SITE;

    private final EditorialCollections desk;
    private final Sites sites;
    private final QueryParameters inputs;
    private final AbsoluteUrls addresses;

    EditorialCollectionsResource(EditorialCollections desk, Sites sites, QueryParameters inputs, AbsoluteUrls addresses) {
        this.desk = desk;
        this.sites = sites;
        this.inputs = inputs;
        this.addresses = addresses;
    }

    @GET
    @Operation(
            operationId = "listEditorialCollections",
            summary = "List a site's collections for editing",
            description = "By name, without their articles.")
    @APIResponse(
            responseCode = "200",
            description = "One page of collections",
            content = @Content(schema = @Schema(implementation = EditorialCollectionList.class)))
    public EditorialCollectionList list(@BeanParam CollectionParameters parameters) {
        var site = sites.requested(inputs, parameters.site());
        var page = parameters.page(site, inputs);
        var isCounted = parameters.isCounted(inputs);
        inputs.verify();
        return desk.all(site, page, isCounted);
    }

    @GET
    @Path("/{slug}")
    @Operation(
            operationId = "getEditorialCollection",
            summary = "Read one collection for editing",
            description = "With all its articles, public or not. Its `ETag` is what a change sends as `If-Match`.")
    @APIResponse(
            responseCode = "200",
            description = "The collection",
            content = @Content(schema = @Schema(implementation = EditorialCollectionView.class)))
    public RestResponse<EditorialCollectionView> one(
            @Parameter(description = SLUG, example = SLUG_EXAMPLE) @RestPath String slug,
            @RestQuery @Nullable String site) {
        return desk.one(asked(site), slug).toResponse();
    }

    @PUT
    @Path("/{slug}")
    @CollectsErrors
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "putCollection",
            summary = "Make or replace a collection",
            description = "Made when there is none at this address; send `If-None-Match: *` to do nothing else. An existing "
                    + "one needs `If-Match`. Takes what GET gave. The articles may be drafts: each is shown to the public "
                    + "only while it is published on this site, at its place.")
    @RequestBody(
            required = true,
            content = @Content(
                    mediaType = MediaType.APPLICATION_JSON,
                    schema = @Schema(implementation = CollectionFormSchema.class)))
    @APIResponse(
            responseCode = "200",
            description = "The collection as it is now",
            content = @Content(schema = @Schema(implementation = EditorialCollectionView.class)))
    @APIResponse(
            responseCode = "201",
            description = "The new collection",
            content = @Content(schema = @Schema(implementation = EditorialCollectionView.class)))
    public RestResponse<EditorialCollectionView> put(
            @Parameter(description = SLUG, example = SLUG_EXAMPLE) @RestPath String slug,
            @RestQuery @Nullable String site,
            @RestHeader("If-Match") @Nullable String ifMatch,
            @Parameter(
                    description = "`*`: only if there is nothing at this address yet",
                    example = "*") @RestHeader("If-None-Match") @Nullable String ifNoneMatch,
            byte[] body) {
        var asked = sites.requested(inputs, site);
        var result = desk.put(asked, slug, new EditorialCollections.Precondition(ifMatch, ifNoneMatch),
                JsonForm.parse(body, inputs.takeErrors()));
        var saved = result.collection();
        var path = "/v1/editorial/collections/" + saved.view().slug() + (asked.byDefault() ? "" : "?site=" + asked.slug());
        return result.isNew() ? saved.toCreated(addresses.of(path)) : saved.toResponse();
    }

    @PATCH
    @Path("/{slug}")
    @CollectsErrors
    @Consumes({ "application/merge-patch+json", MediaType.APPLICATION_JSON })
    @Operation(
            operationId = "patchCollection",
            summary = "Change single members of a collection",
            description = "A merge patch (RFC 7396): what is left out stays, null clears; a list replaces the list. A "
                    + "changed `slug` redirects from then on.")
    @RequestBody(required = true, content = {
            @Content(mediaType = "application/merge-patch+json", schema = @Schema(implementation = CollectionFormSchema.class)),
            @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = CollectionFormSchema.class)) })
    @APIResponse(
            responseCode = "200",
            description = "The collection as it is now",
            content = @Content(schema = @Schema(implementation = EditorialCollectionView.class)))
    public RestResponse<EditorialCollectionView> patch(
            @Parameter(description = SLUG, example = SLUG_EXAMPLE) @RestPath String slug,
            @RestQuery @Nullable String site,
            @RestHeader("If-Match") @Nullable String ifMatch,
            byte[] body) {
        return desk.patch(sites.requested(inputs, site), slug,
                ConditionalUpdate.patch(ifMatch, JsonForm.parse(body, inputs.takeErrors()))).toResponse();
    }

    @DELETE
    @Path("/{slug}")
    @Operation(
            operationId = "deleteCollection",
            summary = "Delete a collection",
            description = "Its articles stay as they are. Its slugs may be used again.")
    @APIResponse(responseCode = "204", description = "Deleted")
    public void delete(@Parameter(description = SLUG, example = SLUG_EXAMPLE) @RestPath String slug,
            @RestQuery @Nullable String site,
            @RestHeader("If-Match") @Nullable String ifMatch) {
        desk.delete(asked(site), slug, ifMatch);
    }

    private Site asked(@Nullable String site) {
        var asked = sites.requested(inputs, site);
        inputs.verify();
        return asked;
    }
}
