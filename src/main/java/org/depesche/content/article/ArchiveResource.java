package org.depesche.content.article;

import java.util.List;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.depesche.content.article.list.ArticleFilterParameters;
import org.depesche.platform.http.Fresh;
import org.depesche.platform.http.Freshness;
import org.depesche.platform.http.request.CollectsErrors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The endpoint of the archive: how many articles were published in each month. */
@Path("/v1/archive")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Articles")
@CollectsErrors
class ArchiveResource {

    private final Archive archive;

    ArchiveResource(Archive archive) {
        this.archive = archive;
    }

    @GET
    @PermitAll
    @Fresh(Freshness.LIST)
    @Operation(
            operationId = "getArchive",
            summary = "Count articles by month of publication",
            description = "Newest month first, in the publication's zone; months without articles are left out. Takes the "
                    + "article list's filters.")
    @APIResponse(
            responseCode = "200",
            description = "The months",
            content = @Content(schema = @Schema(implementation = ArchiveMonths.class)))
    public ArchiveMonths months(@BeanParam ArticleFilterParameters filters) {
        return archive.months(filters);
    }

    /** The months that have articles. */
    @Schema(name = "ArchiveMonths", description = "The months that have articles, newest first.")
    public record ArchiveMonths(@Schema(required = true) List<ArchiveMonth> items) {
    }

    /** A month and its number of articles. */
    @Schema(name = "ArchiveMonth", description = "One month and how many articles it has.")
    public record ArchiveMonth(@Schema(required = true, examples = "2024-10", pattern = "^\\d{4}-\\d{2}$") String month,
            @Schema(required = true, examples = "57") long count) {
    }
}
