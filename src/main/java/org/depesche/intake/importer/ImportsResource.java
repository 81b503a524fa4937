package org.depesche.intake.importer;

import java.io.InputStream;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.depesche.content.site.Sites;
import org.depesche.platform.access.Caller;
import org.depesche.platform.access.Roles;
import org.depesche.platform.http.Fresh;
import org.depesche.platform.http.Freshness;
import org.depesche.platform.http.request.CollectsErrors;
import org.depesche.platform.http.request.QueryParameters;
import org.depesche.platform.http.request.RequestBodyLimit;
import org.depesche.platform.idempotency.IdempotentStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** The endpoints of imports. */
@Path("/v1/editorial/imports")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ADMIN)
@Fresh(Freshness.NEVER)
@Tag(name = "Imports", description = "Many articles at once")
class ImportsResource {

    private static final String NDJSON = "application/x-ndjson";
    private static final String ID = "The import's id";
    private static final String ID_EXAMPLE = "01929f3c-7a00-7c3e-9d6c-0d8f2a7b1c11";
    /** A JSON array here; the documentation shows it as lines. */
    private static final String EXAMPLE = """
            [{"origin": {"system": "typo3", "id": "33154"}, "headline": "Neue Fähre",
              "category": "verkehr", "publishedAt": "2024-10-21",
              "body": "<p>Ab Montag.</p>"},
            {"origin": {"system": "typo3", "id": "33155"}, "headline": "Altes Rathaus",
              "category": "stadt", "publishedAt": "2024-10-22"}]
            """;

    private final ImportUpload upload;
    private final ImportPages pages;
    private final Sites sites;
    private final Caller caller;
    private final QueryParameters queryParameters;

    ImportsResource(ImportUpload upload, ImportPages pages, Sites sites, Caller caller, QueryParameters queryParameters) {
        this.upload = upload;
        this.pages = pages;
        this.sites = sites;
        this.caller = caller;
        this.queryParameters = queryParameters;
    }

    @GET
    @Operation(operationId = "listImports", summary = "List all imports, newest first")
    @APIResponse(
            responseCode = "200",
            description = "One page of imports",
            content = @Content(schema = @Schema(implementation = ImportPages.ImportList.class)))
    public ImportPages.ImportList list(@BeanParam ImportListParameters parameters) {
        return pages.list(parameters);
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getImport", summary = "Read how far an import is", description = "The counts are live.")
    @APIResponse(
            responseCode = "200",
            description = "The import",
            content = @Content(schema = @Schema(implementation = ImportView.class)))
    public ImportView find(@Parameter(description = ID, example = ID_EXAMPLE) @RestPath String id) {
        return pages.find(id);
    }

    @GET
    @Path("/{id}/rejections")
    @Operation(
            operationId = "listRejections",
            summary = "List the records that an import did not take",
            description = "In the order of their lines, each with everything that is wrong with it.")
    @APIResponse(
            responseCode = "200",
            description = "One page of rejections",
            content = @Content(schema = @Schema(implementation = ImportPages.RejectionList.class)))
    public ImportPages.RejectionList rejections(@Parameter(description = ID, example = ID_EXAMPLE) @RestPath String id,
            @BeanParam ImportListParameters parameters) {
        return pages.rejections(id, parameters);
    }

    @DELETE
    @Path("/{id}")
    @Operation(
            operationId = "cancelImport",
            summary = "Cancel an import",
            description = "Ends an import that is being received, waits or runs. What it had brought until then stays. "
                    + "Repeating the request does nothing.")
    @APIResponse(responseCode = "204", description = "It is cancelled")
    @APIResponse(responseCode = "409", description = "It has finished or failed")
    public void cancel(@Parameter(description = ID, example = ID_EXAMPLE) @RestPath String id) {
        upload.cancel(id);
    }

    @POST
    @IdempotentStream
    @Consumes(NDJSON)
    @RequestBodyLimit(Long.MAX_VALUE)
    @CollectsErrors
    @Operation(operationId = "importArticles", summary = "Import many articles", description = """
            One article in the writing form a line. The stream is stored while it is received and worked off in the \
            background; an upload that breaks off is refused whole. A record is matched by its `origin`, else by its \
            `slug`; one with neither by being the very same record. What was imported just so \
            before is `unchanged`. A broken record never stops the rest, and \
            an interrupted import goes on by itself. A record is published as of its `publishedAt` and, without one, as of \
            now; one in the future waits for it, as for a future `embargoUntil`. With `state=draft` nothing is published.""")
    @Parameter(
            name = "Content-Encoding",
            in = ParameterIn.HEADER,
            description = "`gzip` for a packed upload",
            example = "gzip",
            schema = @Schema(type = SchemaType.STRING))
    @RequestBody(
            required = true,
            content = @Content(
                    mediaType = NDJSON,
                    schema = @Schema(type = SchemaType.STRING, format = "binary"),
                    examples = @ExampleObject(name = "two articles", value = EXAMPLE)))
    @APIResponse(
            responseCode = "202",
            description = "Stored; `Location` tells how far it is",
            content = @Content(schema = @Schema(implementation = ImportView.class)))
    public Response submit(InputStream body, @BeanParam ImportParameters parameters, @Context HttpHeaders headers,
            @Context UriInfo uri) {
        return upload.receive(body, parameters.options(queryParameters, sites, caller.name()), headers, uri);
    }
}
