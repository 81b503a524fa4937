package org.depesche.content.author;

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

@Path("/v1/editorial/authors")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.EDITOR)
@Fresh(Freshness.NEVER)
@org.eclipse.microprofile.openapi.annotations.tags.Tag(name = "Editorial authors", description = "The desk's way to who wrote "
        + "the articles")
class EditorialAuthorsResource {

    private static final String REF = "Slug or id of the author";
    private static final String REF_EXAMPLE = "jule-petersen";

    private final EditorialTaxonomy<EditorialAuthorView> authors;
    private final AuthorErasure erasure;
    private final QueryParameters inputs;
    private final AbsoluteUrls urls;

    EditorialAuthorsResource(EditorialAuthors authors, AuthorErasure erasure, QueryParameters inputs, AbsoluteUrls urls) {
        this.authors = authors.taxonomy();
        this.erasure = erasure;
        this.inputs = inputs;
        this.urls = urls;
    }

    @GET
    @Operation(
            operationId = "listEditorialAuthors",
            summary = "List all authors for editing, by name",
            description = "Those of drafts and those that nothing uses, too.")
    @APIResponse(
            responseCode = "200",
            description = "One page of authors",
            content = @Content(schema = @Schema(implementation = EditorialAuthorList.class)))
    public EditorialAuthorList list(@BeanParam EditorialAuthorParameters parameters) {
        var query = parameters.read(inputs);
        inputs.verify();
        return authors.list(query, EditorialAuthorList::new);
    }

    @GET
    @Path("/{ref}")
    @Operation(
            operationId = "getEditorialAuthor",
            summary = "Read one author for editing",
            description = "Its `ETag` is what a change sends as `If-Match`.")
    @APIResponse(
            responseCode = "200",
            description = "The author",
            content = @Content(schema = @Schema(implementation = EditorialAuthorView.class)))
    public RestResponse<EditorialAuthorView> one(@Parameter(description = REF, example = REF_EXAMPLE) @RestPath String ref) {
        return authors.one(ref).toResponse();
    }

    @POST
    @CollectsErrors
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "createAuthor",
            summary = "Make an author",
            description = "Without a slug, one is made from the name and numbered when taken; an explicit one that is taken "
                    + "is a conflict, as is a name that is there already. The public sees it once a public article uses it.")
    @RequestBody(
            required = true,
            content = @Content(
                    mediaType = MediaType.APPLICATION_JSON,
                    schema = @Schema(implementation = AuthorFormSchema.class)))
    @APIResponse(
            responseCode = "201",
            description = "The new author",
            content = @Content(schema = @Schema(implementation = EditorialAuthorView.class)))
    public RestResponse<EditorialAuthorView> create(byte[] body) {
        var created = authors.create(JsonForm.parse(body, inputs.takeErrors()));
        return created.toCreated(urls.of("/v1/editorial/authors/" + created.view().id()));
    }

    @PUT
    @CollectsErrors
    @Path("/{ref}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "replaceAuthor",
            summary = "Replace what is said of an author",
            description = "Takes what GET gave. A changed slug redirects from then on. Without a slug it keeps its own.")
    @RequestBody(
            required = true,
            content = @Content(
                    mediaType = MediaType.APPLICATION_JSON,
                    schema = @Schema(implementation = AuthorFormSchema.class)))
    @APIResponse(
            responseCode = "200",
            description = "The author as it is now",
            content = @Content(schema = @Schema(implementation = EditorialAuthorView.class)))
    public RestResponse<EditorialAuthorView> replace(@Parameter(description = REF, example = REF_EXAMPLE) @RestPath String ref,
            @RestHeader("If-Match") @Nullable String ifMatch,
            byte[] body) {
        return authors.update(ref, ConditionalUpdate.put(ifMatch, JsonForm.parse(body, inputs.takeErrors()))).toResponse();
    }

    @PATCH
    @CollectsErrors
    @Path("/{ref}")
    @Consumes({ "application/merge-patch+json", MediaType.APPLICATION_JSON })
    @Operation(
            operationId = "patchAuthor",
            summary = "Change single members of an author",
            description = "A merge patch (RFC 7396): what is left out stays, null clears.")
    @RequestBody(required = true, content = {
            @Content(mediaType = "application/merge-patch+json", schema = @Schema(implementation = AuthorFormSchema.class)),
            @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = AuthorFormSchema.class)) })
    @APIResponse(
            responseCode = "200",
            description = "The author as it is now",
            content = @Content(schema = @Schema(implementation = EditorialAuthorView.class)))
    public RestResponse<EditorialAuthorView> patch(@Parameter(description = REF, example = REF_EXAMPLE) @RestPath String ref,
            @RestHeader("If-Match") @Nullable String ifMatch,
            byte[] body) {
        return authors.update(ref, ConditionalUpdate.patch(ifMatch, JsonForm.parse(body, inputs.takeErrors()))).toResponse();
    }

    @POST
    @CollectsErrors
    @Path("/{ref}/merge-into")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "mergeAuthor",
            summary = "Merge an author into another",
            description = "It is gone: its slug and its former ones redirect to the other, and every article that names it, "
                    + "public or not, shows the other. Very long lists follow within a minute, without any article missing "
                    + "or standing twice meanwhile.")
    @RequestBody(
            required = true,
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = MergeForm.class)))
    @APIResponse(
            responseCode = "200",
            description = "The one that remains",
            content = @Content(schema = @Schema(implementation = EditorialAuthorView.class)))
    public RestResponse<EditorialAuthorView> merge(@Parameter(description = REF, example = REF_EXAMPLE) @RestPath String ref,
            @RestHeader("If-Match") @Nullable String ifMatch,
            byte[] body) {
        return authors.merge(ref, ifMatch, JsonForm.parse(body, inputs.takeErrors())).toResponse();
    }

    @DELETE
    @Path("/{ref}")
    @Operation(
            operationId = "deleteAuthor",
            summary = "Delete an author that nothing uses",
            description = "One that a public article or a working copy names is a conflict. Their feeds answer 410 then; "
                    + "deleted once more, they were never there.")
    @APIResponse(responseCode = "204", description = "Deleted")
    public void delete(@Parameter(description = REF, example = REF_EXAMPLE) @RestPath String ref,
            @RestHeader("If-Match") @Nullable String ifMatch) {
        authors.delete(ref, ifMatch);
    }

    @POST
    @RolesAllowed(Roles.ADMIN)
    @Path("/{ref}/erase")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            operationId = "eraseAuthor",
            summary = "Erase an author for good",
            description = "Name, initials, profile and slugs go, whatever uses them: articles lose the byline. Audit "
                    + "entries and "
                    + "kept answers go with it; the change log keeps only that something happened. What articles say of the "
                    + "person in their own words stays, and so does the image in the library. Cannot be undone.")
    @APIResponse(responseCode = "204", description = "Erased")
    public void erase(@Parameter(description = REF, example = REF_EXAMPLE) @RestPath String ref,
            @RestHeader("If-Match") @Nullable String ifMatch) {
        authors.erase(ref, ifMatch, erasure::erase);
    }

    @Schema(name = "EditorialAuthorList", description = "One page of all authors, by name")
    record EditorialAuthorList(@Schema(required = true) List<EditorialAuthorView> items, @Schema(required = true) Page page) {

        EditorialAuthorList {
            items = List.copyOf(items);
        }
    }
}
