package org.depesche.delivery.machineuse;

import java.nio.charset.StandardCharsets;
import java.util.List;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;

import org.depesche.content.machineuse.PolicyDocuments;
import org.depesche.delivery.machineuse.format.RslWriter;
import org.depesche.platform.http.Fresh;
import org.depesche.platform.http.Freshness;
import org.depesche.platform.http.request.CollectsErrors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** The endpoints of the machine-use policy of a site. */
@Path("/v1/sites/{site}")
@PermitAll
@Fresh(Freshness.TAXONOMY)
@Tag(name = "Sites")
@CollectsErrors
class SitePoliciesResource {

    private static final String SITE = "Slug of the site.";
    private static final String SITE_EXAMPLE = "default";

    private final PolicyWriter writer;

    SitePoliciesResource(PolicyWriter writer) {
        this.writer = writer;
    }

    @GET
    @Path("/robots.txt")
    @Produces("text/plain;charset=utf-8")
    @Operation(
            operationId = "getSiteRobots",
            summary = "Read the part of robots.txt that a front end takes over",
            description = "What machines may do with the content (`Content-Signal`, `License`), and the sitemaps. The "
                    + "front end adds the paths that robots must not visit.")
    @APIResponse(responseCode = "200", description = "Lines of robots.txt",
            content = @Content(mediaType = "text/plain", schema = @Schema(type = SchemaType.STRING)))
    public String robots(@Parameter(description = SITE, example = SITE_EXAMPLE) @RestPath String site) {
        return writer.robots(site);
    }

    @GET
    @Path("/rsl.xml")
    @Produces(PolicyDocuments.RSL)
    @Operation(
            operationId = "getSiteRsl",
            summary = "Read the licence of a site for machines",
            description = "RSL 1.0, for the site and for those of its categories that differ. Not found while nothing is said.")
    @APIResponse(responseCode = "200", description = "An RSL document",
            content = @Content(mediaType = PolicyDocuments.RSL, schema = @Schema(type = SchemaType.STRING)))
    public byte[] rsl(@Parameter(description = SITE, example = SITE_EXAMPLE) @RestPath String site) {
        return writer.rsl(RslWriter.document(), site);
    }

    @GET
    @Path("/tdmrep.json")
    @Produces("application/json")
    @Operation(
            operationId = "getSiteTdmReservations",
            summary = "Read which rights of mining a site reserves",
            description = "What the front end serves as `/.well-known/tdmrep.json` (TDMRep).")
    @APIResponse(responseCode = "200", description = "The rules, the first that matches a path counts",
            content = @Content(mediaType = "application/json",
                    schema = @Schema(type = SchemaType.ARRAY, implementation = TdmRule.class)))
    public List<TdmRule> tdmRep(@Parameter(description = SITE, example = SITE_EXAMPLE) @RestPath String site) {
        return writer.tdmRep(site);
    }

    @GET
    @Path("/tdm-policy.json")
    @Produces("application/ld+json")
    @Operation(
            operationId = "getSiteTdmPolicy",
            summary = "Read how to get a licence for mining a site",
            description = "An offer of ODRL 2.2 in the profile of TDMRep. Not found while no licence is offered.")
    @APIResponse(responseCode = "200", description = "The policy",
            content = @Content(mediaType = "application/ld+json", schema = @Schema(type = SchemaType.OBJECT)))
    public byte[] tdmPolicy(@Parameter(description = SITE, example = SITE_EXAMPLE) @RestPath String site) {
        return writer.tdmPolicy(site).toString().getBytes(StandardCharsets.UTF_8);
    }
}
