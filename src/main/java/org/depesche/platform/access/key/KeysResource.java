package org.depesche.platform.access.key;

import static org.depesche.platform.access.key.KeyForm.ENTITLEMENTS;
import static org.depesche.platform.access.key.KeyForm.MAX_ENTITLEMENTS;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.depesche.kernel.Uuid7;
import org.depesche.platform.access.Entitlement;
import org.depesche.platform.access.Roles;
import org.depesche.platform.http.AbsoluteUrls;
import org.depesche.platform.http.Fresh;
import org.depesche.platform.http.Freshness;
import org.depesche.platform.http.request.CollectsErrors;
import org.depesche.platform.http.request.QueryParameters;
import org.depesche.platform.idempotency.Idempotent;
import org.depesche.platform.json.JsonForm;
import org.depesche.platform.page.Page;
import org.depesche.platform.page.PageLinks;
import org.depesche.platform.problem.ProblemDocument;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The endpoints of API keys. */
@Path("/v1/editorial/keys")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ADMIN)
@Fresh(Freshness.NEVER)
@Tag(name = "Keys", description = "Who may use the API, and as what")
@APIResponse(
        responseCode = "401",
        description = "No valid key",
        content = @Content(mediaType = ProblemDocument.MEDIA_TYPE, schema = @Schema(implementation = ProblemDocument.class)))
@APIResponse(
        responseCode = "403",
        description = "The key is valid, but no admin's",
        content = @Content(mediaType = ProblemDocument.MEDIA_TYPE, schema = @Schema(implementation = ProblemDocument.class)))
class KeysResource {

    private static final String ID = "The key's id";
    private static final String ID_EXAMPLE = "01929f3c-7a00-7c3e-9d6c-0d8f2a7b1c11";

    private final Keys keys;
    private final AbsoluteUrls urls;
    private final PageLinks pages;
    private final QueryParameters queryParameters;

    KeysResource(Keys keys, AbsoluteUrls urls, PageLinks pages, QueryParameters queryParameters) {
        this.keys = keys;
        this.urls = urls;
        this.pages = pages;
        this.queryParameters = queryParameters;
    }

    @GET
    @Operation(
            operationId = "listKeys",
            summary = "List all keys, newest first",
            description = "Expired and revoked ones too; never their secrets.")
    @APIResponse(
            responseCode = "400",
            description = "A parameter is wrong",
            content = @Content(
                    mediaType = ProblemDocument.MEDIA_TYPE,
                    schema = @Schema(implementation = ProblemDocument.class)))
    @APIResponse(
            responseCode = "200",
            description = "One page of keys",
            content = @Content(schema = @Schema(implementation = KeyList.class)))
    public KeyList list(@BeanParam KeysQuery parameters) {
        var query = parameters.page(queryParameters);
        var isCounted = parameters.isCounted(queryParameters);
        queryParameters.verify();
        var slice = keys.page(query);
        return new KeyList(slice.rows(), pages.pageWithTotal(slice, isCounted, () -> keys.count()));
    }

    @GET
    @Path("/{id}")
    @Operation(
            operationId = "getKey",
            summary = "Read one key",
            description = "All but its secret, which was shown when it was made.")
    @APIResponse(
            responseCode = "404",
            description = "There is no such key",
            content = @Content(
                    mediaType = ProblemDocument.MEDIA_TYPE,
                    schema = @Schema(implementation = ProblemDocument.class)))
    @APIResponse(
            responseCode = "200",
            description = "The key",
            content = @Content(schema = @Schema(implementation = KeyView.class)))
    public KeyView find(@Parameter(description = ID, example = ID_EXAMPLE) @RestPath String id) {
        return keys.find(parseId(id));
    }

    @POST
    @CollectsErrors
    @Idempotent(secret = true)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "createKey",
            summary = "Make a key",
            description = "The answer shows the key this once. It is stored as a hash.")
    @RequestBody(
            required = true,
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = KeyForm.class)))
    @APIResponse(
            responseCode = "201",
            description = "The key, with its text",
            content = @Content(schema = @Schema(implementation = KeyView.NewKeyView.class)))
    @APIResponse(
            responseCode = "400",
            description = "The body cannot be read or breaks rules; `errors` names all of them",
            content = @Content(
                    mediaType = ProblemDocument.MEDIA_TYPE,
                    schema = @Schema(implementation = ProblemDocument.class)))
    @APIResponse(
            responseCode = "409",
            description = "The same `Idempotency-Key` is being worked on",
            content = @Content(
                    mediaType = ProblemDocument.MEDIA_TYPE,
                    schema = @Schema(implementation = ProblemDocument.class)))
    @APIResponse(
            responseCode = "413",
            description = "The body is too large",
            content = @Content(
                    mediaType = ProblemDocument.MEDIA_TYPE,
                    schema = @Schema(implementation = ProblemDocument.class)))
    @APIResponse(
            responseCode = "415",
            description = "The body is not JSON",
            content = @Content(
                    mediaType = ProblemDocument.MEDIA_TYPE,
                    schema = @Schema(implementation = ProblemDocument.class)))
    @APIResponse(
            responseCode = "422",
            description = "The `Idempotency-Key` was used for another request",
            content = @Content(
                    mediaType = ProblemDocument.MEDIA_TYPE,
                    schema = @Schema(implementation = ProblemDocument.class)))
    public RestResponse<KeyView.NewKeyView> create(byte[] body) {
        var created = keys.create(JsonForm.parse(body, queryParameters.takeErrors()));
        return RestResponse.ResponseBuilder.<KeyView.NewKeyView> created(
                urls.of("/v1/editorial/keys/" + created.known().id()))
                .entity(created).build();
    }

    @PATCH
    @CollectsErrors
    @Path("/{id}")
    @Consumes({ "application/merge-patch+json", MediaType.APPLICATION_JSON })
    @Operation(
            operationId = "patchKey",
            summary = "Change the entitlements of a key",
            description = "A merge patch (RFC 7396): what is left out stays, null clears. From the next request on, on every "
                    + "node.")
    @RequestBody(required = true, content = {
            @Content(mediaType = "application/merge-patch+json", schema = @Schema(implementation = KeyPatch.class)),
            @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = KeyPatch.class)) })
    @APIResponse(
            responseCode = "200",
            description = "The key as it is now",
            content = @Content(schema = @Schema(implementation = KeyView.class)))
    public KeyView patch(@Parameter(description = ID, example = ID_EXAMPLE) @RestPath String id, byte[] body) {
        return keys.patch(parseId(id), JsonForm.parse(body, queryParameters.takeErrors()));
    }

    @DELETE
    @Path("/{id}")
    @Operation(
            operationId = "revokeKey",
            summary = "Revoke a key at once",
            description = "On every node, from the next request on. It stays listed; revoking it again changes nothing.")
    @APIResponse(
            responseCode = "404",
            description = "There is no such key",
            content = @Content(
                    mediaType = ProblemDocument.MEDIA_TYPE,
                    schema = @Schema(implementation = ProblemDocument.class)))
    @APIResponse(responseCode = "204", description = "Revoked")
    public void revoke(@Parameter(description = ID, example = ID_EXAMPLE) @RestPath String id) {
        keys.revoke(parseId(id));
    }

    private static UUID parseId(String id) {
        return Uuid7.parse(id).orElseThrow(Keys.KeyNotFound::new);
    }

    @Schema(name = "KeyPatch", description = "What changes on a key")
    record KeyPatch(
            @Schema(description = ENTITLEMENTS, maxItems = MAX_ENTITLEMENTS) @Nullable Set<Entitlement> entitlements) {
    }

    @Schema(name = "KeyList", description = "Keys, newest first")
    record KeyList(@Schema(required = true) List<KeyView> items, @Schema(required = true) Page page) {

        KeyList {
            items = List.copyOf(items);
        }
    }
}
