package org.depesche.delivery.embed;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;

import org.depesche.platform.http.Fresh;
import org.depesche.platform.http.Freshness;
import org.depesche.platform.http.request.CollectsErrors;
import org.depesche.platform.http.request.QueryParameter;
import org.depesche.platform.http.request.QueryParameters;
import org.depesche.platform.problem.Problem;
import org.depesche.platform.problem.ProblemType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** The endpoint of oEmbed 1.0. Arguments that the standard does not name are ignored, as its section 2.2 demands. */
@Path("/oembed")
@Produces("*/*")
@PermitAll
@Tag(name = "Feeds")
class OEmbedResource {

    static final QueryParameter<String> URL = QueryParameter.text("url")
            .describe("The address of an article, as a reader copies it, percent-encoded.",
                    "https://www.example.org/politik/erfolgreiches-zweites-treffen")
            .required();
    static final QueryParameter<Integer> MAXWIDTH = QueryParameter.whole("maxwidth", 1, 100_000)
            .describe("The width that the consumer has, in CSS pixels.", "480");
    static final QueryParameter<Integer> MAXHEIGHT = QueryParameter.whole("maxheight", 1, 100_000)
            .describe("The height that the consumer has, in CSS pixels.", "400");
    static final QueryParameter<String> FORMAT = QueryParameter.text("format")
            .describe("`json` (default) or `xml`. For any other format the answer is 501.", "json");

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
    public RestResponse<byte[]> describe(@RestQuery @Nullable String url, @RestQuery @Nullable String maxwidth,
            @RestQuery @Nullable String maxheight, @RestQuery @Nullable String format) {
        var isXml = "xml".equals(format);
        var width = inputs.read(MAXWIDTH, maxwidth);
        var height = inputs.read(MAXHEIGHT, maxheight);
        if (url == null) {
            inputs.reject(URL, "`url` is required: the address of an article.");
        }
        inputs.verify();
        if (!isXml && format != null && !format.equals("json")) {
            throw new Problem(ProblemType.NOT_IMPLEMENTED, "`format` is `json` or `xml`.");
        }
        var embed = embeds.read(String.valueOf(url), width, height);
        return ResponseBuilder.ok(isXml ? writer.xml(embed) : writer.json(embed),
                isXml ? "text/xml;charset=utf-8" : "application/json;charset=utf-8").build();
    }
}
