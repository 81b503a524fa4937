package org.depesche.platform.audit;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.depesche.platform.access.Roles;
import org.depesche.platform.http.Fresh;
import org.depesche.platform.http.Freshness;
import org.depesche.platform.http.request.QueryParameters;
import org.depesche.platform.page.Page;
import org.depesche.platform.page.PageLinks;
import org.depesche.platform.problem.ProblemDocument;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The endpoint of the audit log. */
@Path("/v1/editorial/audit")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ADMIN)
@Fresh(Freshness.NEVER)
@Tag(name = "Audit", description = "Who did what, when and from where")
@APIResponse(
        responseCode = "401",
        description = "No valid key",
        content = @Content(mediaType = ProblemDocument.MEDIA_TYPE, schema = @Schema(implementation = ProblemDocument.class)))
@APIResponse(
        responseCode = "403",
        description = "The key is valid, but no admin's",
        content = @Content(mediaType = ProblemDocument.MEDIA_TYPE, schema = @Schema(implementation = ProblemDocument.class)))
class AuditResource {

    private final AuditEntries entries;
    private final PageLinks pages;
    private final QueryParameters queryParameters;

    AuditResource(AuditEntries entries, PageLinks pages, QueryParameters queryParameters) {
        this.entries = entries;
        this.pages = pages;
        this.queryParameters = queryParameters;
    }

    @GET
    @Operation(
            operationId = "listAuditEntries",
            summary = "List what was done, newest first",
            description = "Every write stands here from the moment it was answered. An import is one entry; the revisions of "
                    + "its articles bear its caller's name.")
    @APIResponse(
            responseCode = "400",
            description = "A parameter is wrong",
            content = @Content(
                    mediaType = ProblemDocument.MEDIA_TYPE,
                    schema = @Schema(implementation = ProblemDocument.class)))
    @APIResponse(
            responseCode = "200",
            description = "One page of entries",
            content = @Content(schema = @Schema(implementation = AuditList.class)))
    public AuditList list(@BeanParam AuditQuery parameters) {
        var filter = parameters.criteria(queryParameters);
        var query = parameters.page(queryParameters, filter);
        var isCounted = parameters.isCounted(queryParameters);
        queryParameters.verify();
        var slice = entries.page(query, filter);
        return new AuditList(slice.rows(), pages.pageWithTotal(slice, isCounted, () -> entries.count(filter)));
    }

    @Schema(name = "AuditList", description = "Entries of the audit, newest first")
    record AuditList(@Schema(required = true) List<AuditEntryView> items, @Schema(required = true) Page page) {

        AuditList {
            items = List.copyOf(items);
        }
    }
}
