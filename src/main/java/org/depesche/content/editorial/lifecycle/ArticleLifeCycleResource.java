package org.depesche.content.editorial.lifecycle;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import org.depesche.content.editorial.form.EditorialArticleView;
import org.depesche.platform.access.Roles;
import org.depesche.platform.http.Fresh;
import org.depesche.platform.http.Freshness;
import org.depesche.platform.http.request.CollectsErrors;
import org.depesche.platform.http.request.QueryParameter;
import org.depesche.platform.http.request.QueryParameter.WithDefault;
import org.depesche.platform.http.request.QueryParameters;
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

/** The steps in the life of an article: publish, unpublish, withdraw, cancel a schedule, erase. */
@Path("/v1/editorial/articles")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.AUTHOR)
@Fresh(Freshness.NEVER)
@Tag(name = "Editorial articles")
class ArticleLifeCycleResource {

    private static final String REF = "Slug, former slug or id of the article";
    private static final String REF_EXAMPLE = "erfolgreiches-zweites-treffen";

    static final WithDefault<Boolean> DRY_RUN = QueryParameter.flag("dryRun")
            .describe("`true`: nothing is published, the response only names what is missing; needs no `If-Match`", "true")
            .otherwise(false);

    private final ArticleLifeCycle lifeCycle;
    private final ArticleErasure erasure;
    private final QueryParameters inputs;

    ArticleLifeCycleResource(ArticleLifeCycle lifeCycle, ArticleErasure erasure, QueryParameters inputs) {
        this.lifeCycle = lifeCycle;
        this.erasure = erasure;
        this.inputs = inputs;
    }

    @POST
    @Path("/{ref}/publish")
    @Idempotent
    @RolesAllowed(Roles.EDITOR)
    @Consumes({ MediaType.APPLICATION_JSON, MediaType.WILDCARD })
    @CollectsErrors
    @Operation(
            operationId = "publishArticle",
            summary = "Publish the working copy, now or later",
            description = "Without a body, or with `{}`, as it is saved now; with a future `at` at that moment as it is "
                    + "saved then. What is missing is reported at once (`not-publishable`); with `dryRun=true` only that. "
                    + "`publishedAt` is the first publication, or what the article itself says, and stays.")
    @RequestBody(
            required = false,
            content = @Content(
                    mediaType = MediaType.APPLICATION_JSON,
                    schema = @Schema(implementation = PublishForm.class),
                    examples = @ExampleObject(
                            name = "a correction",
                            value = "{\"correction\": \"Die Brücke ist 300 Meter lang, nicht 30.\"}")))
    @APIResponse(
            responseCode = "200",
            description = "The working copy, published or scheduled",
            content = @Content(schema = @Schema(implementation = EditorialArticleView.class)))
    public RestResponse<EditorialArticleView> publish(@Parameter(description = REF, example = REF_EXAMPLE) @RestPath String ref,
            @RestQuery @Nullable String dryRun,
            @RestHeader(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            byte @Nullable [] body) {
        var isDryRun = inputs.read(DRY_RUN, dryRun);
        return lifeCycle.publish(ref, ifMatch, isDryRun, parseOptional(body)).toResponse();
    }

    @POST
    @Path("/{ref}/unpublish")
    @Idempotent
    @RolesAllowed(Roles.EDITOR)
    @Consumes({ MediaType.APPLICATION_JSON, MediaType.WILDCARD })
    @CollectsErrors
    @Operation(
            operationId = "unpublishArticle",
            summary = "Take an article back, now or later",
            description = "For the public it is then as if it had never been (404). Of a withdrawn article it lifts the "
                    + "withdrawal. Whatever else was scheduled is cancelled when it happens.")
    @RequestBody(
            required = false,
            content = @Content(
                    mediaType = MediaType.APPLICATION_JSON,
                    schema = @Schema(implementation = UnpublishForm.class)))
    @APIResponse(
            responseCode = "200",
            description = "The working copy, unpublished or scheduled to be",
            content = @Content(schema = @Schema(implementation = EditorialArticleView.class)))
    public RestResponse<EditorialArticleView> unpublish(
            @Parameter(description = REF, example = REF_EXAMPLE) @RestPath String ref,
            @RestHeader(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            byte @Nullable [] body) {
        return lifeCycle.unpublish(ref, ifMatch, parseOptional(body)).toResponse();
    }

    @POST
    @Path("/{ref}/withdraw")
    @Idempotent
    @RolesAllowed(Roles.EDITOR)
    @Consumes({ MediaType.APPLICATION_JSON, MediaType.WILDCARD })
    @CollectsErrors
    @Operation(
            operationId = "withdrawArticle",
            summary = "Withdraw an article",
            description = "It is gone at once from everywhere; its address answers 410 with the `notice`. Whatever was "
                    + "scheduled is cancelled. Of a withdrawn article reason and notice are replaced.")
    @RequestBody(
            required = false,
            content = @Content(
                    mediaType = MediaType.APPLICATION_JSON,
                    schema = @Schema(implementation = WithdrawForm.class)))
    @APIResponse(
            responseCode = "200",
            description = "The working copy, withdrawn",
            content = @Content(schema = @Schema(implementation = EditorialArticleView.class)))
    public RestResponse<EditorialArticleView> withdraw(
            @Parameter(description = REF, example = REF_EXAMPLE) @RestPath String ref,
            @RestHeader(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            byte @Nullable [] body) {
        return lifeCycle.withdraw(ref, ifMatch, parseOptional(body)).toResponse();
    }

    @DELETE
    @Path("/{ref}/schedule")
    @RolesAllowed(Roles.EDITOR)
    @Operation(
            operationId = "cancelSchedule",
            summary = "Cancel what is scheduled for an article",
            description = "Nothing being scheduled is a conflict.")
    @APIResponse(
            responseCode = "200",
            description = "The working copy, with nothing scheduled",
            content = @Content(schema = @Schema(implementation = EditorialArticleView.class)))
    public RestResponse<EditorialArticleView> cancel(@Parameter(description = REF, example = REF_EXAMPLE) @RestPath String ref,
            @RestHeader(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return lifeCycle.cancelSchedule(ref, ifMatch).toResponse();
    }

    @POST
    @Path("/{ref}/erase")
    @RolesAllowed(Roles.ADMIN)
    @Consumes(MediaType.WILDCARD)
    @Operation(
            operationId = "eraseArticle",
            summary = "Erase an article for good",
            description = "With all revisions, from everything the public sees, from the audit, kept answers and rejections; "
                    + "the change log keeps only that something happened. Its slugs are given to no other article, and no "
                    + "import brings it back. Cannot be undone.")
    @APIResponse(responseCode = "204", description = "Erased")
    public void erase(@Parameter(description = REF, example = REF_EXAMPLE) @RestPath String ref,
            @RestHeader(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        erasure.erase(ref, ifMatch);
    }

    private JsonForm parseOptional(byte @Nullable [] body) {
        return JsonForm.parseOptional(body, inputs.takeErrors());
    }
}
