package org.depesche.delivery.embed;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;

import org.depesche.platform.http.Fresh;
import org.depesche.platform.http.Freshness;
import org.depesche.platform.http.request.CollectsErrors;
import org.depesche.platform.http.request.QueryParameters;
import org.depesche.platform.problem.Problem;
import org.depesche.platform.problem.ProblemType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** The endpoint of oEmbed 1.0. Arguments that the standard does not name are ignored, as its section 2.2 demands. */
@Path("/oembed")
@Produces("*/*")
@PermitAll
@Tag(name = "Feeds")
class OEmbedResource {

    private final OEmbeds embeds;
    private final OEmbedWriter writer;
    private final QueryParameters inputs;

    OEmbedResource(OEmbeds embeds, OEmbedWriter writer, QueryParameters inputs) {
        this.embeds = embeds;
        this.writer = writer;
        this.inputs = inputs;
    }

    @GET
    @Fresh(Freshness.FEED)
    @CollectsErrors
    @Operation(
            operationId = "getOEmbed",
            summary = "Show an article on another page",
            description = "oEmbed 1.0 for systems that make a card of a pasted link. Arguments that the standard does not name "
                    + "are ignored.")
    @APIResponse(responseCode = "200", description = "The description",
            content = { @Content(mediaType = "application/json", schema = @Schema(implementation = OEmbed.class)),
                    @Content(mediaType = "text/xml", schema = @Schema(type = SchemaType.STRING)) })
    public RestResponse<byte[]> describe(@BeanParam OEmbedQuery query) {
        var format = inputs.read(OEmbedQuery.FORMAT, query.format()).orElse("json");
        var isXml = format.equals("xml");
        var width = inputs.read(OEmbedQuery.MAXWIDTH, query.maxwidth());
        var height = inputs.read(OEmbedQuery.MAXHEIGHT, query.maxheight());
        var url = inputs.read(OEmbedQuery.URL, query.url());
        if (query.url() == null) {
            inputs.reject(OEmbedQuery.URL, "`url` is required: the address of an article.");
        }
        inputs.verify();
        if (!isXml && !format.equals("json")) {
            throw new Problem(ProblemType.NOT_IMPLEMENTED, "`format` is `json` or `xml`.");
        }
        var embed = embeds.read(url.orElseThrow(), width, height);
        return ResponseBuilder.ok(isXml ? writer.xml(embed) : writer.json(embed),
                isXml ? "text/xml;charset=utf-8" : "application/json;charset=utf-8").build();
    }
}
