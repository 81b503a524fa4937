package org.depesche.content.editorial;

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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import org.depesche.platform.access.Roles;
import org.depesche.platform.form.Form;
import org.depesche.platform.http.Addresses;
import org.depesche.platform.http.BodyLimit;
import org.depesche.platform.http.Fresh;
import org.depesche.platform.http.Freshness;
import org.depesche.platform.http.Inputs;
import org.depesche.platform.http.ReadsInputs;
import org.depesche.platform.idempotency.IdempotencyKey;
import org.depesche.platform.idempotency.Idempotent;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

@Path("/v1/editorial/articles")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.AUTHOR)
@Fresh(Freshness.NEVER)
@Tag(name = "Editorial articles", description = "The desk: working copies, and publishing them")
class EditorialArticlesResource {

    private static final String PATH = "/v1/editorial/articles";
    private static final String MERGE_PATCH = "application/merge-patch+json";
    /** Two thousand blocks of usual length, or fewer long ones. */
    private static final long LONGEST = 8 << 20;
    private static final String REF = "Slug, former slug or id of the article";
    private static final String REF_EXAMPLE = "erfolgreiches-zweites-treffen";
    private static final String IF_MATCH = "The `ETag` of the version you read";
    private static final String IF_MATCH_EXAMPLE = "\"AZKfPHoAfD6dbA0Pinsbxg-3\"";
    private static final String AUTOSAVE = "`true`: saved by the editor's tool and not by hand; successive ones of one person are one revision";
    private static final String ETAG = "Stands for this version; a change sends it as `If-Match`";
    private static final String EXAMPLE = """
            {
              "headline": "Erfolgreiches zweites Treffen",
              "kicker": "Digitalministerkonferenz",
              "teaser": "Die Länder haben sich in Berlin getroffen.",
              "category": "politik",
              "tags": ["Open Source"],
              "authors": ["Ina Held"],
              "image": {"alt": "Gruppenfoto vor dem Rathaus", "credit": "Jo Baum"},
              "body": [
                {"type": "paragraph", "html": "Der Rat hat <em>einstimmig</em> zugestimmt."},
                {"type": "heading", "level": 2, "html": "Wie es weitergeht"}
              ]
            }""";
    private static final String PATCH_EXAMPLE = "{\"headline\": \"Treffen in Berlin\", \"kicker\": \"Digitalministerkonferenz\"}";

    private final EditorialArticles articles;
    private final DeskLists lists;
    private final LifeCycle lifeCycle;
    private final Erasure erasure;
    private final Addresses addresses;
    private final Inputs inputs;

    EditorialArticlesResource(EditorialArticles articles, DeskLists lists, LifeCycle lifeCycle, Erasure erasure,
            Addresses addresses, Inputs inputs) {
        this.articles = articles;
        this.lists = lists;
        this.lifeCycle = lifeCycle;
        this.erasure = erasure;
        this.addresses = addresses;
        this.inputs = inputs;
    }

    @GET
    @ReadsInputs
    @Operation(operationId = "listEditorialArticles", summary = "List articles on the desk", description = "Those saved last come first; with `scheduled` or `overdue` what is due first. An author sees their own, an editor all.")
    @APIResponse(responseCode = "200", description = "One page of articles", content = @Content(schema = @Schema(implementation = EditorialArticleList.class)))
    public EditorialArticleList list(@BeanParam DeskListParameters filters, @BeanParam DeskPageParameters page) {
        return lists.page(filters, page);
    }

    @GET
    @Path("/{ref}")
    @Operation(operationId = "getEditorialArticle", summary = "Read the working copy of an article", description = "In the form that PUT takes. An author reads their own articles, an editor all.")
    @APIResponse(responseCode = "200", description = "The working copy", headers = @Header(name = "ETag", description = ETAG, schema = @Schema(type = SchemaType.STRING)), content = @Content(schema = @Schema(implementation = EditorialArticle.class)))
    public RestResponse<EditorialArticle> one(@Parameter(description = REF, example = REF_EXAMPLE) @RestPath String ref) {
        return answer(articles.one(ref));
    }

    @POST
    @Idempotent
    @BodyLimit(LONGEST)
    @Consumes(MediaType.APPLICATION_JSON)
    @ReadsInputs
    @Operation(operationId = "createArticle", summary = "Write a draft", description = "Nothing of it is public before it is published. Tags, authors and images that are new are made. An explicit slug that is or was another article's is a conflict; one made from the headline is numbered.")
    @Parameter(name = IdempotencyKey.HEADER, in = ParameterIn.HEADER, description = Idempotent.HEADER_DESCRIPTION, example = Idempotent.HEADER_EXAMPLE, schema = @Schema(type = SchemaType.STRING, minLength = 1, maxLength = 255))
    @RequestBody(required = true, content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = ArticleInput.class), examples = @ExampleObject(name = "article", value = EXAMPLE)))
    @APIResponse(responseCode = "201", description = "The draft; `warnings` tells what cleaning removed", headers = {
            @Header(name = "Location", description = "Its address", schema = @Schema(type = SchemaType.STRING, format = "uri")),
            @Header(name = "ETag", description = ETAG, schema = @Schema(type = SchemaType.STRING)) }, content = @Content(schema = @Schema(implementation = EditorialArticle.class)))
    public RestResponse<EditorialArticle> create(byte[] body) {
        var made = articles.create(parsed(body));
        return ResponseBuilder.<EditorialArticle> created(addresses.of(PATH + "/" + made.view().id()))
                .header(HttpHeaders.ETAG, made.tag().header()).entity(made.view()).build();
    }

    @PUT
    @Path("/{ref}")
    @BodyLimit(LONGEST)
    @Consumes(MediaType.APPLICATION_JSON)
    @ReadsInputs
    @Operation(operationId = "replaceArticle", summary = "Save the working copy anew", description = "What GET gave may be sent back as it is. What the public sees stays as it is until the next publication.")
    @RequestBody(required = true, content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = ArticleInput.class), examples = @ExampleObject(name = "article", value = EXAMPLE)))
    @APIResponse(responseCode = "200", description = "The working copy as saved", headers = @Header(name = "ETag", description = ETAG, schema = @Schema(type = SchemaType.STRING)), content = @Content(schema = @Schema(implementation = EditorialArticle.class)))
    public RestResponse<EditorialArticle> replace(@Parameter(description = REF, example = REF_EXAMPLE) @RestPath String ref,
            @Parameter(description = IF_MATCH, example = IF_MATCH_EXAMPLE) @RestHeader(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Parameter(description = AUTOSAVE, example = "true") @RestQuery @Nullable String autosave, byte[] body) {
        return answer(articles.replace(ref, ifMatch, isAutosave(autosave), parsed(body)));
    }

    @PATCH
    @Path("/{ref}")
    @BodyLimit(LONGEST)
    @Consumes({ MERGE_PATCH, MediaType.APPLICATION_JSON })
    @ReadsInputs
    @Operation(operationId = "patchArticle", summary = "Change members of the working copy", description = "A merge patch (RFC 7396): what is named replaces, `null` removes. What the public sees stays as it is until the next publication.")
    @RequestBody(required = true, content = {
            @Content(mediaType = MERGE_PATCH, schema = @Schema(implementation = ArticleInput.class), examples = @ExampleObject(name = "headline and kicker", value = PATCH_EXAMPLE)),
            @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = ArticleInput.class), examples = @ExampleObject(name = "headline and kicker", value = PATCH_EXAMPLE)) })
    @APIResponse(responseCode = "200", description = "The working copy as saved", headers = @Header(name = "ETag", description = ETAG, schema = @Schema(type = SchemaType.STRING)), content = @Content(schema = @Schema(implementation = EditorialArticle.class)))
    public RestResponse<EditorialArticle> patch(@Parameter(description = REF, example = REF_EXAMPLE) @RestPath String ref,
            @Parameter(description = IF_MATCH, example = IF_MATCH_EXAMPLE) @RestHeader(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Parameter(description = AUTOSAVE, example = "true") @RestQuery @Nullable String autosave, byte[] body) {
        return answer(articles.patch(ref, ifMatch, isAutosave(autosave), parsed(body)));
    }

    @DELETE
    @Path("/{ref}")
    @Operation(operationId = "deleteArticle", summary = "Delete an article with all its revisions", description = "Only what the public does not see: a draft, or what was unpublished (an editor). The slug of what was public is never given to another article.")
    @APIResponse(responseCode = "204", description = "Deleted")
    public void delete(@Parameter(description = REF, example = REF_EXAMPLE) @RestPath String ref,
            @Parameter(description = IF_MATCH, example = IF_MATCH_EXAMPLE) @RestHeader(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        articles.delete(ref, ifMatch);
    }

    @POST
    @Path("/{ref}/publish")
    @Idempotent
    @RolesAllowed(Roles.EDITOR)
    @Consumes({ MediaType.APPLICATION_JSON, MediaType.WILDCARD })
    @ReadsInputs
    @Operation(operationId = "publishArticle", summary = "Publish the working copy, now or later", description = "Without a body, or with `{}`, as it is saved now; with a future `at` at that moment as it is saved then. What is missing is told at once (`not-publishable`); with `dryRun=true` only that. `publishedAt` is the first publication, or what the article itself says, and stays.")
    @Parameter(name = IdempotencyKey.HEADER, in = ParameterIn.HEADER, description = Idempotent.HEADER_DESCRIPTION, example = Idempotent.HEADER_EXAMPLE, schema = @Schema(type = SchemaType.STRING, minLength = 1, maxLength = 255))
    @RequestBody(required = false, content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = PublishForm.Body.class), examples = @ExampleObject(name = "a correction", value = "{\"correction\": \"Die Brücke ist 300 Meter lang, nicht 30.\"}")))
    @APIResponse(responseCode = "200", description = "The working copy, published or scheduled", headers = @Header(name = "ETag", description = ETAG, schema = @Schema(type = SchemaType.STRING)), content = @Content(schema = @Schema(implementation = EditorialArticle.class)))
    public RestResponse<EditorialArticle> publish(@Parameter(description = REF, example = REF_EXAMPLE) @RestPath String ref,
            @Parameter(description = "`true`: nothing is published, only what is missing is told; needs no `If-Match`", example = "true") @RestQuery @Nullable String dryRun,
            @Parameter(description = IF_MATCH, example = IF_MATCH_EXAMPLE) @RestHeader(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            byte @Nullable [] body) {
        var isDryRun = inputs.flag("dryRun", dryRun, false);
        return answer(lifeCycle.publish(ref, ifMatch, isDryRun, optional(body)));
    }

    @POST
    @Path("/{ref}/unpublish")
    @Idempotent
    @RolesAllowed(Roles.EDITOR)
    @Consumes({ MediaType.APPLICATION_JSON, MediaType.WILDCARD })
    @ReadsInputs
    @Operation(operationId = "unpublishArticle", summary = "Take an article back, now or later", description = "For the public it is then as if it had never been (404). Of a withdrawn article it lifts the withdrawal. Whatever else was scheduled is cancelled when it happens.")
    @Parameter(name = IdempotencyKey.HEADER, in = ParameterIn.HEADER, description = Idempotent.HEADER_DESCRIPTION, example = Idempotent.HEADER_EXAMPLE, schema = @Schema(type = SchemaType.STRING, minLength = 1, maxLength = 255))
    @RequestBody(required = false, content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = UnpublishForm.Body.class)))
    @APIResponse(responseCode = "200", description = "The working copy, unpublished or scheduled to be", headers = @Header(name = "ETag", description = ETAG, schema = @Schema(type = SchemaType.STRING)), content = @Content(schema = @Schema(implementation = EditorialArticle.class)))
    public RestResponse<EditorialArticle> unpublish(@Parameter(description = REF, example = REF_EXAMPLE) @RestPath String ref,
            @Parameter(description = IF_MATCH, example = IF_MATCH_EXAMPLE) @RestHeader(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            byte @Nullable [] body) {
        return answer(lifeCycle.unpublish(ref, ifMatch, optional(body)));
    }

    @POST
    @Path("/{ref}/withdraw")
    @Idempotent
    @RolesAllowed(Roles.EDITOR)
    @Consumes({ MediaType.APPLICATION_JSON, MediaType.WILDCARD })
    @ReadsInputs
    @Operation(operationId = "withdrawArticle", summary = "Withdraw an article", description = "It is gone at once from everywhere; its address answers 410 with the `notice`. Whatever was scheduled is cancelled. Of a withdrawn article reason and notice are replaced.")
    @Parameter(name = IdempotencyKey.HEADER, in = ParameterIn.HEADER, description = Idempotent.HEADER_DESCRIPTION, example = Idempotent.HEADER_EXAMPLE, schema = @Schema(type = SchemaType.STRING, minLength = 1, maxLength = 255))
    @RequestBody(required = false, content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = WithdrawForm.Body.class)))
    @APIResponse(responseCode = "200", description = "The working copy, withdrawn", headers = @Header(name = "ETag", description = ETAG, schema = @Schema(type = SchemaType.STRING)), content = @Content(schema = @Schema(implementation = EditorialArticle.class)))
    public RestResponse<EditorialArticle> withdraw(@Parameter(description = REF, example = REF_EXAMPLE) @RestPath String ref,
            @Parameter(description = IF_MATCH, example = IF_MATCH_EXAMPLE) @RestHeader(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            byte @Nullable [] body) {
        return answer(lifeCycle.withdraw(ref, ifMatch, optional(body)));
    }

    @DELETE
    @Path("/{ref}/schedule")
    @RolesAllowed(Roles.EDITOR)
    @Operation(operationId = "cancelSchedule", summary = "Cancel what is scheduled for an article", description = "Nothing being scheduled is a conflict.")
    @APIResponse(responseCode = "200", description = "The working copy, with nothing scheduled", headers = @Header(name = "ETag", description = ETAG, schema = @Schema(type = SchemaType.STRING)), content = @Content(schema = @Schema(implementation = EditorialArticle.class)))
    public RestResponse<EditorialArticle> cancel(@Parameter(description = REF, example = REF_EXAMPLE) @RestPath String ref,
            @Parameter(description = IF_MATCH, example = IF_MATCH_EXAMPLE) @RestHeader(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return answer(lifeCycle.cancel(ref, ifMatch));
    }

    @PUT
    @Path("/{ref}/related")
    @RolesAllowed(Roles.EDITOR)
    @Consumes(MediaType.APPLICATION_JSON)
    @ReadsInputs
    @Operation(operationId = "pickRelatedArticles", summary = "Pick the related articles, in order", description = "Public at once, where the article is. Picks that are not public themselves are left out until they are.")
    @RequestBody(required = true, content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = PicksForm.Body.class), examples = @ExampleObject(name = "two picks", value = "{\"articles\": [\"erfolgreiches-zweites-treffen\", \"gesetz-im-bundestag\"]}")))
    @APIResponse(responseCode = "200", description = "The working copy, with the picks in `related`", headers = @Header(name = "ETag", description = ETAG, schema = @Schema(type = SchemaType.STRING)), content = @Content(schema = @Schema(implementation = EditorialArticle.class)))
    public RestResponse<EditorialArticle> pick(@Parameter(description = REF, example = REF_EXAMPLE) @RestPath String ref,
            @Parameter(description = IF_MATCH, example = IF_MATCH_EXAMPLE) @RestHeader(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            byte[] body) {
        return answer(articles.pick(ref, ifMatch, parsed(body)));
    }

    @POST
    @Path("/{ref}/erase")
    @RolesAllowed(Roles.ADMIN)
    @Consumes(MediaType.WILDCARD)
    @Operation(operationId = "eraseArticle", summary = "Erase an article for good", description = "With all revisions, from everything the public sees, from the audit, kept answers and rejections; the change log keeps only that something happened. Its slugs are given to no other article, and no import brings it back. Cannot be undone.")
    @APIResponse(responseCode = "204", description = "Erased")
    public void erase(@Parameter(description = REF, example = REF_EXAMPLE) @RestPath String ref,
            @Parameter(description = IF_MATCH, example = IF_MATCH_EXAMPLE) @RestHeader(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        erasure.erase(ref, ifMatch);
    }

    private boolean isAutosave(@Nullable String autosave) {
        return inputs.flag("autosave", autosave, false);
    }

    private Form parsed(byte[] body) {
        return Form.parse(body, inputs.taken());
    }

    private Form optional(byte @Nullable [] body) {
        return Form.parseOptional(body, inputs.taken());
    }

    private static RestResponse<EditorialArticle> answer(EditedArticle article) {
        return ResponseBuilder.ok(article.view()).header(HttpHeaders.ETAG, article.tag().header()).build();
    }
}
