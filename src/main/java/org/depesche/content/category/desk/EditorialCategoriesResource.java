package org.depesche.content.category.desk;

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

import org.depesche.content.site.Site;
import org.depesche.content.site.Sites;
import org.depesche.content.taxonomy.MergeForm;
import org.depesche.platform.access.Roles;
import org.depesche.platform.http.AbsoluteUrls;
import org.depesche.platform.http.Fresh;
import org.depesche.platform.http.Freshness;
import org.depesche.platform.http.request.CollectsErrors;
import org.depesche.platform.http.request.QueryParameter;
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
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/v1/editorial/categories")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.EDITOR)
@Fresh(Freshness.NEVER)
@Tag(name = "Editorial categories", description = "The desk's way to the category tree")
class EditorialCategoriesResource {

    private static final String REF = "Slug or id of the category";
    private static final String REF_EXAMPLE = "landtag";

    static final QueryParameter<String> SITE = Sites.SITE;

    private final EditorialCategories desk;
    private final Sites sites;
    private final QueryParameters inputs;
    private final AbsoluteUrls addresses;

    EditorialCategoriesResource(EditorialCategories desk, Sites sites, QueryParameters inputs, AbsoluteUrls addresses) {
        this.desk = desk;
        this.sites = sites;
        this.inputs = inputs;
        this.addresses = addresses;
    }

    @GET
    @Operation(
            operationId = "listEditorialCategories",
            summary = "List all categories of a site for editing",
            description = "Each before those below it, in the desk's order.")
    @APIResponse(
            responseCode = "200",
            description = "The categories",
            content = @Content(schema = @Schema(implementation = EditorialCategories.EditorialCategoryList.class)))
    public EditorialCategories.EditorialCategoryList list(
            @RestQuery @Nullable String site) {
        return desk.all(asked(site));
    }

    @GET
    @Path("/{ref}")
    @Operation(
            operationId = "getEditorialCategory",
            summary = "Read one category for editing",
            description = "Its `ETag` is what a change sends as `If-Match`.")
    @APIResponse(
            responseCode = "200",
            description = "The category",
            content = @Content(schema = @Schema(implementation = EditorialCategoryView.class)))
    public RestResponse<EditorialCategoryView> one(@Parameter(description = REF, example = REF_EXAMPLE) @RestPath String ref,
            @RestQuery @Nullable String site) {
        return desk.one(asked(site), ref).toResponse();
    }

    @POST
    @CollectsErrors
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "createCategory",
            summary = "Make a category",
            description = "Without a slug, one is made from the name and numbered when taken; an explicit one that is taken "
                    + "is a conflict.")
    @RequestBody(
            required = true,
            content = @Content(
                    mediaType = MediaType.APPLICATION_JSON,
                    schema = @Schema(implementation = CategoryFormSchema.class)))
    @APIResponse(
            responseCode = "201",
            description = "The new category",
            content = @Content(schema = @Schema(implementation = EditorialCategoryView.class)))
    public RestResponse<EditorialCategoryView> create(
            @RestQuery @Nullable String site, byte[] body) {
        var asked = sites.requested(inputs, site);
        var created = desk.create(asked, JsonForm.parse(body, inputs.takeErrors()));
        var path = "/v1/editorial/categories/" + created.view().id() + (asked.byDefault() ? "" : "?site=" + asked.slug());
        return created.toCreated(addresses.of(path));
    }

    @PUT
    @CollectsErrors
    @Path("/{ref}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "replaceCategory",
            summary = "Replace what is said of a category",
            description = "Takes what GET gave. A changed slug redirects from then on; a changed parent moves all below it. "
                    + "Without a slug it keeps its own.")
    @RequestBody(
            required = true,
            content = @Content(
                    mediaType = MediaType.APPLICATION_JSON,
                    schema = @Schema(implementation = CategoryFormSchema.class)))
    @APIResponse(
            responseCode = "200",
            description = "The category as it is now",
            content = @Content(schema = @Schema(implementation = EditorialCategoryView.class)))
    public RestResponse<EditorialCategoryView> replace(
            @Parameter(description = REF, example = REF_EXAMPLE) @RestPath String ref,
            @RestQuery @Nullable String site,
            @RestHeader("If-Match") @Nullable String ifMatch,
            byte[] body) {
        return desk.update(sites.requested(inputs, site), ref,
                ConditionalUpdate.put(ifMatch, JsonForm.parse(body, inputs.takeErrors()))).toResponse();
    }

    @PATCH
    @CollectsErrors
    @Path("/{ref}")
    @Consumes({ "application/merge-patch+json", MediaType.APPLICATION_JSON })
    @Operation(
            operationId = "patchCategory",
            summary = "Change single members of a category",
            description = "A merge patch (RFC 7396): what is left out stays, null clears.")
    @RequestBody(required = true, content = {
            @Content(mediaType = "application/merge-patch+json", schema = @Schema(implementation = CategoryFormSchema.class)),
            @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = CategoryFormSchema.class)) })
    @APIResponse(
            responseCode = "200",
            description = "The category as it is now",
            content = @Content(schema = @Schema(implementation = EditorialCategoryView.class)))
    public RestResponse<EditorialCategoryView> patch(@Parameter(description = REF, example = REF_EXAMPLE) @RestPath String ref,
            @RestQuery @Nullable String site,
            @RestHeader("If-Match") @Nullable String ifMatch,
            byte[] body) {
        return desk.update(sites.requested(inputs, site), ref,
                ConditionalUpdate.patch(ifMatch, JsonForm.parse(body, inputs.takeErrors()))).toResponse();
    }

    @POST
    @CollectsErrors
    @Path("/{ref}/merge-into")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "mergeCategory",
            summary = "Merge a category into another of its site",
            description = "It is gone: its slug and its former ones redirect to the other, its sub-categories move below "
                    + "that, and every article that stands in it, public or not, stands in the other. Very long lists follow "
                    + "within a minute, without any article missing or standing twice meanwhile. Into one below it is a "
                    + "conflict, as is one of another site.")
    @RequestBody(
            required = true,
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = MergeForm.class)))
    @APIResponse(
            responseCode = "200",
            description = "The one that remains",
            content = @Content(schema = @Schema(implementation = EditorialCategoryView.class)))
    public RestResponse<EditorialCategoryView> merge(@Parameter(description = REF, example = REF_EXAMPLE) @RestPath String ref,
            @RestQuery @Nullable String site,
            @RestHeader("If-Match") @Nullable String ifMatch,
            byte[] body) {
        return desk.merge(sites.requested(inputs, site), ref, ifMatch, JsonForm.parse(body, inputs.takeErrors())).toResponse();
    }

    @DELETE
    @Path("/{ref}")
    @Operation(
            operationId = "deleteCategory",
            summary = "Delete a category that nothing is in",
            description = "One with articles or other categories in it is a conflict.")
    @APIResponse(responseCode = "204", description = "Deleted")
    public void delete(@Parameter(description = REF, example = REF_EXAMPLE) @RestPath String ref,
            @RestQuery @Nullable String site,
            @RestHeader("If-Match") @Nullable String ifMatch) {
        desk.delete(asked(site), ref, ifMatch);
    }

    private Site asked(@Nullable String site) {
        var asked = sites.requested(inputs, site);
        inputs.verify();
        return asked;
    }
}
