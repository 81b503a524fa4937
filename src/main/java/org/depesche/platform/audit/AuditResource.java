package org.depesche.platform.audit;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.depesche.platform.access.Roles;
import org.depesche.platform.http.AbsoluteUrls;
import org.depesche.platform.http.Fresh;
import org.depesche.platform.http.Freshness;
import org.depesche.platform.http.ResponseMetadata;
import org.depesche.platform.http.request.QueryParameters;
import org.depesche.platform.page.Page;
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
@APIResponse(responseCode = "401", description = "No valid key", content = @Content(mediaType = ProblemDocument.MEDIA_TYPE, schema = @Schema(implementation = ProblemDocument.class)))
@APIResponse(responseCode = "403", description = "The key is valid, but no admin's", content = @Content(mediaType = ProblemDocument.MEDIA_TYPE, schema = @Schema(implementation = ProblemDocument.class)))
class AuditResource {

    private final AuditEntries entries;
    private final AbsoluteUrls urls;
    private final ResponseMetadata metadata;
    private final QueryParameters queryParameters;

    AuditResource(AuditEntries entries, AbsoluteUrls urls, ResponseMetadata metadata, QueryParameters queryParameters) {
        this.entries = entries;
        this.urls = urls;
        this.metadata = metadata;
        this.queryParameters = queryParameters;
    }

    @GET
    @Operation(operationId = "listAuditEntries", summary = "List what was done, newest first", description = "Every write stands here from the moment it was answered. An import is one entry; the revisions of its articles bear its caller's name.")
    @APIResponse(responseCode = "400", description = "A parameter is wrong", content = @Content(mediaType = ProblemDocument.MEDIA_TYPE, schema = @Schema(implementation = ProblemDocument.class)))
    @APIResponse(responseCode = "200", description = "One page of entries", content = @Content(schema = @Schema(implementation = AuditList.class)))
    public AuditList list(@BeanParam AuditQuery parameters) {
        var filter = parameters.criteria(queryParameters);
        var query = parameters.page(queryParameters, filter);
        var isCounted = parameters.isCounted(queryParameters);
        queryParameters.verify();
        var slice = entries.page(query, filter);
        var page = Page.of(slice, cursor -> urls.withParameter("cursor", cursor));
        page.nextPage().ifPresent(next -> metadata.link("next", next));
        page.previousPage().ifPresent(previous -> metadata.link("prev", previous));
        return new AuditList(slice.rows(), isCounted ? page.withTotal(entries.count(filter)) : page);
    }

    @Schema(name = "AuditList", description = "Entries of the audit, newest first")
    record AuditList(@Schema(required = true) List<AuditEntryView> items, @Schema(required = true) Page page) {

        AuditList {
            items = List.copyOf(items);
        }
    }
}
