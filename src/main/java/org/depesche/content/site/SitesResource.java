package org.depesche.content.site;

import java.util.List;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.depesche.platform.http.CacheTag;
import org.depesche.platform.http.Fresh;
import org.depesche.platform.http.Freshness;
import org.depesche.platform.http.ResponseMetadata;
import org.depesche.platform.http.request.CollectsErrors;
import org.depesche.platform.http.request.QueryParameter;
import org.depesche.platform.http.request.QueryParameters;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

@Path("/v1/sites")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@Fresh(Freshness.TAXONOMY)
@Tag(name = "Sites", description = "The portals that this service feeds")
@CollectsErrors
class SitesResource {

    static final QueryParameter<String> SITE = Sites.SITE
            .describe("Slug of a site, as everywhere; the list is the same for each.", "default");

    private final Sites sites;
    private final ResponseMetadata metadata;
    private final QueryParameters inputs;

    SitesResource(Sites sites, ResponseMetadata metadata, QueryParameters inputs) {
        this.sites = sites;
        this.metadata = metadata;
        this.inputs = inputs;
    }

    @GET
    @Operation(
            operationId = "listSites",
            summary = "List the sites",
            description = "The default site first. Their slugs are what the parameter `site` takes everywhere.")
    @APIResponse(
            responseCode = "200",
            description = "All sites",
            content = @Content(schema = @Schema(implementation = SiteList.class)))
    public SiteList list(
            @RestQuery @Nullable String site) {
        sites.requested(inputs, site);
        inputs.verify();
        metadata.cacheTag(CacheTag.SITES);
        return new SiteList(sites.all().stream().map(SiteView::of).toList());
    }

    @Schema(name = "SiteList", description = "All sites, the default one first")
    record SiteList(@Schema(required = true) List<SiteView> items) {

        SiteList {
            items = List.copyOf(items);
        }
    }
}
