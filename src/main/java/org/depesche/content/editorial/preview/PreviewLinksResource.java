package org.depesche.content.editorial.preview;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.depesche.platform.access.Roles;
import org.depesche.platform.http.Fresh;
import org.depesche.platform.http.Freshness;
import org.depesche.platform.http.request.CollectsErrors;
import org.depesche.platform.http.request.QueryParameters;
import org.depesche.platform.idempotency.Idempotent;
import org.depesche.platform.json.JsonForm;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** Preview links of an article. */
@Path("/v1/editorial/articles/{ref}/preview-links")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.AUTHOR)
@Fresh(Freshness.NEVER)
@Tag(name = "Editorial articles")
class PreviewLinksResource {

    private static final String REF = "Slug, former slug or id of the article";
    private static final String REF_EXAMPLE = "erfolgreiches-zweites-treffen";

    private final PreviewLinks links;
    private final QueryParameters inputs;

    PreviewLinksResource(PreviewLinks links, QueryParameters inputs) {
        this.links = links;
        this.inputs = inputs;
    }

    @GET
    @Operation(
            operationId = "listPreviewLinks",
            summary = "List the preview links of an article",
            description = "Newest first, without their tokens; expired ones for another month.")
    @APIResponse(
            responseCode = "200",
            description = "The links",
            content = @Content(schema = @Schema(implementation = PreviewLinkView.PreviewLinkList.class)))
    public PreviewLinkView.PreviewLinkList list(@Parameter(description = REF, example = REF_EXAMPLE) @RestPath String ref) {
        return links.list(ref);
    }

    @POST
    @CollectsErrors
    @Idempotent(secret = true)
    @Consumes({ MediaType.APPLICATION_JSON, MediaType.WILDCARD })
    @Operation(
            operationId = "createPreviewLink",
            summary = "Make a link that shows the working copy to people without a key",
            description = "It always shows the last save. No later answer has its token and its address.")
    @RequestBody(
            required = false,
            content = @Content(
                    mediaType = MediaType.APPLICATION_JSON,
                    schema = @Schema(implementation = PreviewLinkForm.class)))
    @APIResponse(
            responseCode = "201",
            description = "The link",
            content = @Content(schema = @Schema(implementation = PreviewLinkView.class)))
    public RestResponse<PreviewLinkView> create(@Parameter(description = REF, example = REF_EXAMPLE) @RestPath String ref,
            byte @Nullable [] body) {
        var created = links.create(ref, JsonForm.parseOptional(body, inputs.takeErrors()));
        return ResponseBuilder.<PreviewLinkView> created(created.url()).entity(created).build();
    }

    @DELETE
    @Path("/{id}")
    @Operation(
            operationId = "revokePreviewLink",
            summary = "Revoke a preview link",
            description = "It leads nowhere from then on; revoking it again changes nothing.")
    @APIResponse(responseCode = "204", description = "Revoked")
    public void revoke(@Parameter(description = REF, example = REF_EXAMPLE) @RestPath String ref,
            @Parameter(description = "Id of the link", example = "01929f3c-7a00-7c3e-9d6c-0d8f2a7b1c11") @RestPath String id) {
        links.revoke(ref, id);
    }
}
