package org.depesche.content.editorial.revision;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import org.depesche.content.comparison.RevisionDiff;
import org.depesche.content.editorial.desk.ArticleCommand;
import org.depesche.content.editorial.desk.ArticleEditor;
import org.depesche.content.editorial.desk.EditorialPageParameters;
import org.depesche.content.editorial.form.EditorialArticleView;
import org.depesche.platform.access.Roles;
import org.depesche.platform.http.Fresh;
import org.depesche.platform.http.Freshness;
import org.depesche.platform.http.request.CollectsErrors;
import org.depesche.platform.http.request.QueryParameter;
import org.depesche.platform.http.request.QueryParameters;
import org.depesche.platform.idempotency.Idempotent;
import org.depesche.platform.json.JsonForm;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The revisions of an article. */
@Path("/v1/editorial/articles/{ref}/revisions")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.AUTHOR)
@Fresh(Freshness.NEVER)
@Tag(name = "Editorial articles")
class RevisionsResource {

    private static final String REF = "Slug, former slug or id of the article";
    private static final String REF_EXAMPLE = "erfolgreiches-zweites-treffen";
    private static final String NUMBER = "Number of the revision";

    static final QueryParameter<Integer> TO = QueryParameter.whole("to", 1, Integer.MAX_VALUE)
            .describe("The revision to compare with; the present one when not given", "3");

    private final EditorialRevisions revisions;
    private final ArticleCommand command;
    private final ArticleEditor editor;
    private final RevisionRestorer restorer;
    private final QueryParameters inputs;

    RevisionsResource(EditorialRevisions revisions, ArticleCommand command, ArticleEditor editor, RevisionRestorer restorer,
            QueryParameters inputs) {
        this.revisions = revisions;
        this.command = command;
        this.editor = editor;
        this.restorer = restorer;
        this.inputs = inputs;
    }

    @GET
    @CollectsErrors
    @Operation(
            operationId = "listRevisions",
            summary = "List the revisions of an article",
            description = "Each save is one, successive autosaves of one person together. Newest first; the first is the "
                    + "present working copy.")
    @APIResponse(
            responseCode = "200",
            description = "One page of revisions",
            content = @Content(schema = @Schema(implementation = RevisionView.RevisionList.class)))
    public RevisionView.RevisionList list(@Parameter(description = REF, example = REF_EXAMPLE) @RestPath String ref,
            @BeanParam EditorialPageParameters page) {
        return revisions.list(ref, page);
    }

    @GET
    @Path("/{number}")
    @Operation(
            operationId = "getRevision",
            summary = "Read one revision",
            description = "With the article as it was, in the writing form.")
    @APIResponse(
            responseCode = "200",
            description = "The revision",
            content = @Content(schema = @Schema(implementation = RevisionView.class)))
    public RevisionView get(@Parameter(description = REF, example = REF_EXAMPLE) @RestPath String ref,
            @Parameter(
            description = NUMBER,
            example = "1",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1")) @RestPath String number) {
        return revisions.find(ref, number);
    }

    @GET
    @Path("/{number}/diff")
    @CollectsErrors
    @Operation(
            operationId = "compareRevisions",
            summary = "Compare two revisions",
            description = "Member by member, the body block by block, texts word by word.")
    @APIResponse(
            responseCode = "200",
            description = "What differs",
            content = @Content(schema = @Schema(implementation = RevisionDiff.class)))
    public RevisionDiff diff(@Parameter(description = REF, example = REF_EXAMPLE) @RestPath String ref,
            @Parameter(
            description = NUMBER,
            example = "1",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1")) @RestPath String number,
            @RestQuery @Nullable String to) {
        return revisions.diff(ref, number, to);
    }

    @POST
    @Path("/{number}/restore")
    @CollectsErrors
    @Idempotent
    @Consumes({ MediaType.APPLICATION_JSON, MediaType.WILDCARD })
    @Operation(
            operationId = "restoreRevision",
            summary = "Make a former revision the present one",
            description = "As a new revision: nothing is lost but references to what is deleted since; `warnings` tells "
                    + "those, each where it stood. What the public sees stays as it is until the next publication.")
    @APIResponse(
            responseCode = "200",
            description = "The working copy as restored",
            content = @Content(schema = @Schema(implementation = EditorialArticleView.class)))
    public RestResponse<EditorialArticleView> restore(@Parameter(description = REF, example = REF_EXAMPLE) @RestPath String ref,
            @Parameter(
            description = NUMBER,
            example = "1",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1")) @RestPath String number,
            @RestHeader(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            byte @Nullable [] body) {
        JsonForm.parseOptional(body, inputs.takeErrors()).verify();
        var restored = command.executeWithWarnings(ref, ifMatch, "article.restore", copy -> {
            var former = revisions.requireRevision(copy, number);
            var restorable = restorer.restore(copy.metadata().id(), former.content());
            return new ArticleCommand.CopyWithWarnings(editor.restore(copy, former, restorable.content()),
                    restorable.warnings());
        });
        return restored.toResponse();
    }
}
