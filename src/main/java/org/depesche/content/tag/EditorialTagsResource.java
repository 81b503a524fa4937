package org.depesche.content.tag;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.depesche.content.taxonomy.EditorialTaxonomy;
import org.depesche.content.taxonomy.MergeForm;
import org.depesche.platform.access.Roles;
import org.depesche.platform.http.AbsoluteUrls;
import org.depesche.platform.http.Fresh;
import org.depesche.platform.http.Freshness;
import org.depesche.platform.http.request.CollectsErrors;
import org.depesche.platform.http.request.QueryParameters;
import org.depesche.platform.http.response.ConditionalUpdate;
import org.depesche.platform.idempotency.Idempotent;
import org.depesche.platform.json.JsonForm;
import org.depesche.platform.page.Page;
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

@Path("/v1/editorial/tags")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.EDITOR)
@Fresh(Freshness.NEVER)
@org.eclipse.microprofile.openapi.annotations.tags.Tag(name = "Editorial tags", description = "The desk's way to what "
        + "articles are about")
class EditorialTagsResource {

    private static final String REF = "Slug or id of the tag";
    private static final String REF_EXAMPLE = "muensterplatz";

    private final EditorialTaxonomy<EditorialTagView> tags;
    private final QueryParameters inputs;
    private final AbsoluteUrls urls;

    EditorialTagsResource(EditorialTags tags, QueryParameters inputs, AbsoluteUrls urls) {
        this.tags = tags.taxonomy();
        this.inputs = inputs;
        this.urls = urls;
    }

    @GET
    @Operation(
            operationId = "listEditorialTags",
            summary = "List all tags for editing, by name",
            description = "Those of drafts and those that nothing uses, too.")
    @APIResponse(
            responseCode = "200",
            description = "One page of tags",
            content = @Content(schema = @Schema(implementation = EditorialTagList.class)))
    public EditorialTagList list(@BeanParam EditorialTagParameters parameters) {
        var query = parameters.read(inputs);
        inputs.verify();
        return tags.list(query, EditorialTagList::new);
    }

    @GET
    @Path("/{ref}")
    @Operation(
            operationId = "getEditorialTag",
            summary = "Read one tag for editing",
            description = "Its `ETag` is what a change sends as `If-Match`.")
    @APIResponse(
            responseCode = "200",
            description = "The tag",
            content = @Content(schema = @Schema(implementation = EditorialTagView.class)))
    public RestResponse<EditorialTagView> one(@Parameter(description = REF, example = REF_EXAMPLE) @RestPath String ref) {
        return tags.one(ref).toResponse();
    }

    @POST
    @CollectsErrors
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "createTag",
            summary = "Make a tag",
            description = "Without a slug, one is made from the name and numbered when taken; an explicit one that is taken "
                    + "is a conflict, as is a name that is there already. The public sees it once a public article uses it.")
    @RequestBody(
            required = true,
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = TagFormSchema.class)))
    @APIResponse(
            responseCode = "201",
            description = "The new tag",
            content = @Content(schema = @Schema(implementation = EditorialTagView.class)))
    public RestResponse<EditorialTagView> create(byte[] body) {
        var created = tags.create(JsonForm.parse(body, inputs.takeErrors()));
        return created.toCreated(urls.of("/v1/editorial/tags/" + created.view().id()));
    }

    @PUT
    @CollectsErrors
    @Path("/{ref}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "replaceTag",
            summary = "Replace what is said of a tag",
            description = "Takes what GET gave. A changed slug redirects from then on. Without a slug it keeps its own.")
    @RequestBody(
            required = true,
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = TagFormSchema.class)))
    @APIResponse(
            responseCode = "200",
            description = "The tag as it is now",
            content = @Content(schema = @Schema(implementation = EditorialTagView.class)))
    public RestResponse<EditorialTagView> replace(@Parameter(description = REF, example = REF_EXAMPLE) @RestPath String ref,
            @RestHeader("If-Match") @Nullable String ifMatch,
            byte[] body) {
        return tags.update(ref, ConditionalUpdate.put(ifMatch, JsonForm.parse(body, inputs.takeErrors()))).toResponse();
    }

    @PATCH
    @CollectsErrors
    @Path("/{ref}")
    @Consumes({ "application/merge-patch+json", MediaType.APPLICATION_JSON })
    @Operation(
            operationId = "patchTag",
            summary = "Change single members of a tag",
            description = "A merge patch (RFC 7396): what is left out stays, null clears.")
    @RequestBody(required = true, content = {
            @Content(mediaType = "application/merge-patch+json", schema = @Schema(implementation = TagFormSchema.class)),
            @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = TagFormSchema.class)) })
    @APIResponse(
            responseCode = "200",
            description = "The tag as it is now",
            content = @Content(schema = @Schema(implementation = EditorialTagView.class)))
    public RestResponse<EditorialTagView> patch(@Parameter(description = REF, example = REF_EXAMPLE) @RestPath String ref,
            @RestHeader("If-Match") @Nullable String ifMatch,
            byte[] body) {
        return tags.update(ref, ConditionalUpdate.patch(ifMatch, JsonForm.parse(body, inputs.takeErrors()))).toResponse();
    }

    @POST
    @CollectsErrors
    @Path("/{ref}/merge-into")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "mergeTag",
            summary = "Merge a tag into another",
            description = "It is gone: its slug and its former ones redirect to the other, and every article that names it, "
                    + "public or not, shows the other. Very long lists follow within a minute, without any article missing "
                    + "or standing twice meanwhile.")
    @RequestBody(
            required = true,
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = MergeForm.class)))
    @APIResponse(
            responseCode = "200",
            description = "The one that remains",
            content = @Content(schema = @Schema(implementation = EditorialTagView.class)))
    public RestResponse<EditorialTagView> merge(@Parameter(description = REF, example = REF_EXAMPLE) @RestPath String ref,
            @RestHeader("If-Match") @Nullable String ifMatch,
            byte[] body) {
        return tags.merge(ref, ifMatch, JsonForm.parse(body, inputs.takeErrors())).toResponse();
    }

    @DELETE
    @Path("/{ref}")
    @Operation(
            operationId = "deleteTag",
            summary = "Delete a tag that nothing uses",
            description = "One that a public article or a working copy names is a conflict. Its feeds answer 410 then; "
                    + "deleted once more, it was never there.")
    @APIResponse(responseCode = "204", description = "Deleted")
    public void delete(@Parameter(description = REF, example = REF_EXAMPLE) @RestPath String ref,
            @RestHeader("If-Match") @Nullable String ifMatch) {
        tags.delete(ref, ifMatch);
    }

    @Schema(name = "EditorialTagList", description = "One page of all tags, by name")
    record EditorialTagList(@Schema(required = true) List<EditorialTagView> items, @Schema(required = true) Page page) {

        EditorialTagList {
            items = List.copyOf(items);
        }
    }
}
