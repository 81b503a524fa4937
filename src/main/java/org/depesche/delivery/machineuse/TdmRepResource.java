package org.depesche.delivery.machineuse;

import java.util.List;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;

import org.depesche.platform.http.Fresh;
import org.depesche.platform.http.Freshness;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The file of TDMRep on this service's own host (RFC 8615). */
@Path("/.well-known/tdmrep.json")
@Produces("application/json")
@PermitAll
@Fresh(Freshness.TAXONOMY)
@Tag(name = "Sites")
class TdmRepResource {

    private final PolicyWriter writer;

    TdmRepResource(PolicyWriter writer) {
        this.writer = writer;
    }

    @GET
    @Operation(
            operationId = "getTdmReservations",
            summary = "Read which rights of mining this service reserves",
            description = "TDMRep for the host of the API: the strictest of all sites. Answers about articles say it "
                    + "more exactly, "
                    + "in headers.")
    @APIResponse(responseCode = "200", description = "The rules",
            content = @Content(mediaType = "application/json",
                    schema = @Schema(type = SchemaType.ARRAY, implementation = TdmRule.class)))
    public List<TdmRule> tdmRep() {
        return writer.tdmRep();
    }
}
