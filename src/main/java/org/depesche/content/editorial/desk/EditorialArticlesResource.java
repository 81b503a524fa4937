package org.depesche.content.editorial.desk;

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

import org.depesche.content.editorial.form.ArticleFormSchema;
import org.depesche.content.editorial.form.EditorialArticleView;
import org.depesche.platform.access.Roles;
import org.depesche.platform.http.AbsoluteUrls;
import org.depesche.platform.http.Fresh;
import org.depesche.platform.http.Freshness;
import org.depesche.platform.http.request.CollectsErrors;
import org.depesche.platform.http.request.QueryParameter;
import org.depesche.platform.http.request.QueryParameter.WithDefault;
import org.depesche.platform.http.request.QueryParameters;
import org.depesche.platform.http.request.RequestBodyLimit;
import org.depesche.platform.http.response.ConditionalUpdate;
import org.depesche.platform.idempotency.Idempotent;
import org.depesche.platform.json.JsonForm;
import org.eclipse.microprofile.openapi.annotations.Operation;
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
import org.jspecify.annotations.Nullable;

@Path("/v1/editorial/articles")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.AUTHOR)
@Fresh(Freshness.NEVER)
@Tag(name = "Editorial articles", description = "The desk: working copies, and publishing them")
class EditorialArticlesResource {

    private static final String PATH = "/v1/editorial/articles";
    private static final String MERGE_PATCH = "application/merge-patch+json";
    /** The maximum body size: about 2,000 blocks of usual length. */
    private static final long MAX_BODY_BYTES = 8 << 20;
    private static final String REF = "Slug, former slug or id of the article";
    private static final String REF_EXAMPLE = "erfolgreiches-zweites-treffen";
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
    private static final String PATCH_EXAMPLE = "{\"headline\": \"Treffen in Berlin\", \"kicker\": "
            + "\"Digitalministerkonferenz\"}";

    static final WithDefault<Boolean> AUTOSAVE = QueryParameter.flag("autosave")
            .describe("`true`: saved by the editor's tool and "
                    + "not by hand; successive ones of one person are one revision", "true")
            .otherwise(false);

    private final EditorialArticles articles;
    private final EditorialArticlePager lists;
    private final AbsoluteUrls addresses;
    private final QueryParameters inputs;

    EditorialArticlesResource(EditorialArticles articles, EditorialArticlePager lists,
            AbsoluteUrls addresses, QueryParameters inputs) {
        this.articles = articles;
        this.lists = lists;
        this.addresses = addresses;
        this.inputs = inputs;
    }

    @GET
    @CollectsErrors
    @Operation(
            operationId = "listEditorialArticles",
            summary = "List articles on the desk",
            description = "Those saved last come first; with `scheduled` or `overdue` what is due first. An author sees "
                    + "their own, an editor all.")
    @APIResponse(
            responseCode = "200",
            description = "One page of articles",
            content = @Content(schema = @Schema(implementation = EditorialArticleList.class)))
    public EditorialArticleList list(@BeanParam EditorialArticleParameters filters, @BeanParam EditorialPageParameters page) {
        return lists.page(filters, page);
    }

    @GET
    @Path("/{ref}")
    @Operation(
            operationId = "getEditorialArticle",
            summary = "Read the working copy of an article",
            description = "In the form that PUT takes. An author reads their own articles, an editor all.")
    @APIResponse(
            responseCode = "200",
            description = "The working copy",
            content = @Content(schema = @Schema(implementation = EditorialArticleView.class)))
    public RestResponse<EditorialArticleView> get(@Parameter(description = REF, example = REF_EXAMPLE) @RestPath String ref) {
        return articles.find(ref).toResponse();
    }

    @POST
    @Idempotent
    @RequestBodyLimit(MAX_BODY_BYTES)
    @Consumes(MediaType.APPLICATION_JSON)
    @CollectsErrors
    @Operation(
            operationId = "createArticle",
            summary = "Write a draft",
            description = "Nothing of it is public before it is published. Tags, authors and images that are new are made. "
                    + "An explicit slug that is or was another article's is a conflict; one made from the headline is "
                    + "numbered.")
    @RequestBody(
            required = true,
            content = @Content(
                    mediaType = MediaType.APPLICATION_JSON,
                    schema = @Schema(implementation = ArticleFormSchema.class),
                    examples = @ExampleObject(name = "article", value = EXAMPLE)))
    @APIResponse(
            responseCode = "201",
            description = "The draft; `warnings` lists what cleaning removed",
            content = @Content(schema = @Schema(implementation = EditorialArticleView.class)))
    public RestResponse<EditorialArticleView> create(byte[] body) {
        var created = articles.create(parse(body));
        return created.toCreated(addresses.of(PATH + "/" + created.view().id()));
    }

    @PUT
    @Path("/{ref}")
    @RequestBodyLimit(MAX_BODY_BYTES)
    @Consumes(MediaType.APPLICATION_JSON)
    @CollectsErrors
    @Operation(
            operationId = "replaceArticle",
            summary = "Replace the working copy",
            description = "What GET gave may be sent back as it is. What the public sees stays as it is until the next "
                    + "publication.")
    @RequestBody(
            required = true,
            content = @Content(
                    mediaType = MediaType.APPLICATION_JSON,
                    schema = @Schema(implementation = ArticleFormSchema.class),
                    examples = @ExampleObject(name = "article", value = EXAMPLE)))
    @APIResponse(
            responseCode = "200",
            description = "The working copy as saved",
            content = @Content(schema = @Schema(implementation = EditorialArticleView.class)))
    public RestResponse<EditorialArticleView> replace(@Parameter(description = REF, example = REF_EXAMPLE) @RestPath String ref,
            @RestHeader(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @RestQuery @Nullable String autosave, byte[] body) {
        return articles.update(ref, isAutosave(autosave), ConditionalUpdate.put(ifMatch, parse(body))).toResponse();
    }

    @PATCH
    @Path("/{ref}")
    @RequestBodyLimit(MAX_BODY_BYTES)
    @Consumes({ MERGE_PATCH, MediaType.APPLICATION_JSON })
    @CollectsErrors
    @Operation(
            operationId = "patchArticle",
            summary = "Change members of the working copy",
            description = "A merge patch (RFC 7396): what is named replaces, `null` removes. What the public sees stays as "
                    + "it is until the next publication.")
    @RequestBody(required = true, content = {
            @Content(
                    mediaType = MERGE_PATCH,
                    schema = @Schema(implementation = ArticleFormSchema.class),
                    examples = @ExampleObject(name = "headline and kicker", value = PATCH_EXAMPLE)) ,
            @Content(
                    mediaType = MediaType.APPLICATION_JSON,
                    schema = @Schema(implementation = ArticleFormSchema.class),
                    examples = @ExampleObject(name = "headline and kicker", value = PATCH_EXAMPLE)) })
    @APIResponse(
            responseCode = "200",
            description = "The working copy as saved",
            content = @Content(schema = @Schema(implementation = EditorialArticleView.class)))
    public RestResponse<EditorialArticleView> patch(@Parameter(description = REF, example = REF_EXAMPLE) @RestPath String ref,
            @RestHeader(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @RestQuery @Nullable String autosave, byte[] body) {
        return articles.update(ref, isAutosave(autosave), ConditionalUpdate.patch(ifMatch, parse(body))).toResponse();
    }

    @DELETE
    @Path("/{ref}")
    @Operation(
            operationId = "deleteArticle",
            summary = "Delete an article with all its revisions",
            description = "Only what the public does not see: a draft, or what was unpublished (an editor). The slug of what "
                    + "was public is never given to another article.")
    @APIResponse(responseCode = "204", description = "Deleted")
    public void delete(@Parameter(description = REF, example = REF_EXAMPLE) @RestPath String ref,
            @RestHeader(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        articles.delete(ref, ifMatch);
    }

    @PUT
    @Path("/{ref}/related")
    @RolesAllowed(Roles.EDITOR)
    @Consumes(MediaType.APPLICATION_JSON)
    @CollectsErrors
    @Operation(
            operationId = "pickRelatedArticles",
            summary = "Pick the related articles, in order",
            description = "Public at once, where the article is. Picks that are not public themselves are left out until "
                    + "they are.")
    @RequestBody(
            required = true,
            content = @Content(
                    mediaType = MediaType.APPLICATION_JSON,
                    schema = @Schema(implementation = RelatedPicksForm.class),
                    examples = @ExampleObject(
                            name = "two picks",
                            value = "{\"articles\": [\"erfolgreiches-zweites-treffen\", \"gesetz-im-bundestag\"]}")))
    @APIResponse(
            responseCode = "200",
            description = "The working copy, with the picks in `related`",
            content = @Content(schema = @Schema(implementation = EditorialArticleView.class)))
    public RestResponse<EditorialArticleView> replacePicks(
            @Parameter(description = REF, example = REF_EXAMPLE) @RestPath String ref,
            @RestHeader(HttpHeaders.IF_MATCH) @Nullable String ifMatch, byte[] body) {
        return articles.replacePicks(ref, ifMatch, parse(body)).toResponse();
    }

    private boolean isAutosave(@Nullable String autosave) {
        return inputs.read(AUTOSAVE, autosave);
    }

    private JsonForm parse(byte[] body) {
        return JsonForm.parse(body, inputs.takeErrors());
    }
}
