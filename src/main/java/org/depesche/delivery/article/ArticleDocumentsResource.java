package org.depesche.delivery.article;

import java.nio.charset.StandardCharsets;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;

import org.depesche.content.article.view.FieldSelection;
import org.depesche.content.machineuse.PolicyDocuments;
import org.depesche.content.site.Sites;
import org.depesche.platform.http.Fresh;
import org.depesche.platform.http.Freshness;
import org.depesche.platform.http.request.CollectsErrors;
import org.depesche.platform.http.request.QueryParameter;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** The endpoints of one article in the formats of others. */
@Path("/feeds")
@PermitAll
@Fresh(Freshness.FEED)
@Tag(name = "Feeds")
@CollectsErrors
class ArticleDocumentsResource {

    static final QueryParameter<String> SITE = Sites.SITE;
    static final QueryParameter<Boolean> USAGE = FieldSelection.USAGE;

    private static final String REF = "/articles/{ref:[^/.]+}";
    private static final String REF_TEXT = "Slug or id of the article.";
    private static final String REF_EXAMPLE = "erfolgreiches-zweites-treffen";

    private final ArticleDocuments documents;
    private final JsonLd jsonLd;
    private final Ninjs ninjs;
    private final MarkdownDocument markdown;
    private final ArticlePolicies policies;

    ArticleDocumentsResource(ArticleDocuments documents, JsonLd jsonLd, Ninjs ninjs, MarkdownDocument markdown,
            ArticlePolicies policies) {
        this.documents = documents;
        this.jsonLd = jsonLd;
        this.ninjs = ninjs;
        this.markdown = markdown;
        this.policies = policies;
    }

    @GET
    @Path(REF + ".jsonld")
    @Produces("application/ld+json")
    @Operation(
            operationId = "getArticleJsonLd",
            summary = "Describe an article to search engines",
            description = "A `NewsArticle` of schema.org, for a `script` element of type `application/ld+json`.")
    @APIResponse(responseCode = "200", description = "The description",
            content = @Content(mediaType = "application/ld+json", schema = @Schema(type = SchemaType.OBJECT)))
    public byte[] jsonLd(@Parameter(description = REF_TEXT, example = REF_EXAMPLE) @RestPath String ref,
            @RestQuery @Nullable String site, @RestQuery @Nullable String usage) {
        var found = documents.read(ref, ".jsonld", site, usage);
        return scriptContent(jsonLd.of(found.site(), found.article())).getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Writes JSON for an element {@code script}, which would end at the first {@code </}. After {@code <!--} and
     * {@code <script} it would not end at its own end tag (HTML standard, section 4.12.1.3).
     */
    private static String scriptContent(ObjectNode json) {
        return json.toString().replace("</", "<\\/").replace("<!--", "\\u003C!--");
    }

    @GET
    @Path(REF + ".ninjs.json")
    @Produces("application/json")
    @Operation(
            operationId = "getArticleNinjs",
            summary = "Read an article as agencies send it",
            description = "ninjs 3.1 of the IPTC, with images as associations.")
    @APIResponse(responseCode = "200", description = "The item",
            content = @Content(mediaType = "application/json", schema = @Schema(type = SchemaType.OBJECT)))
    public byte[] ninjs(@Parameter(description = REF_TEXT, example = REF_EXAMPLE) @RestPath String ref,
            @RestQuery @Nullable String site, @RestQuery @Nullable String usage) {
        var found = documents.read(ref, ".ninjs.json", site, usage);
        return ninjs.of(found.site(), found.article()).toString().getBytes(StandardCharsets.UTF_8);
    }

    @GET
    @Path(REF + ".md")
    @Produces("text/markdown;charset=utf-8")
    @Operation(
            operationId = "getArticleMarkdown",
            summary = "Read an article as Markdown",
            description = "With front matter, for agents and static sites.")
    @APIResponse(responseCode = "200", description = "The article",
            content = @Content(mediaType = "text/markdown", schema = @Schema(type = SchemaType.STRING)))
    public String markdown(@Parameter(description = REF_TEXT, example = REF_EXAMPLE) @RestPath String ref,
            @RestQuery @Nullable String site, @RestQuery @Nullable String usage) {
        return markdown(ref, ".md", site, usage);
    }

    @GET
    @Path(REF + ".rsl.xml")
    @Produces(PolicyDocuments.RSL)
    @Operation(
            operationId = "getArticleRsl",
            summary = "Read the licence of an article for machines",
            description = "RSL 1.0. Articles with another policy than their site link to it. Not found while nothing is "
                    + "said.")
    @APIResponse(responseCode = "200", description = "An RSL document",
            content = @Content(mediaType = PolicyDocuments.RSL, schema = @Schema(type = SchemaType.STRING)))
    public byte[] rsl(@Parameter(description = REF_TEXT, example = REF_EXAMPLE) @RestPath String ref,
            @RestQuery @Nullable String site) {
        return policies.rsl(documents.readForRights(ref, ".rsl.xml", site));
    }

    @GET
    @Path(REF + ".tdm-policy.json")
    @Produces("application/ld+json")
    @Operation(
            operationId = "getArticleTdmPolicy",
            summary = "Read how to get a licence for mining an article",
            description = "An offer of ODRL 2.2 in the profile of TDMRep. Not found while no licence is offered.")
    @APIResponse(responseCode = "200", description = "The policy",
            content = @Content(mediaType = "application/ld+json", schema = @Schema(type = SchemaType.OBJECT)))
    public byte[] tdmPolicy(@Parameter(description = REF_TEXT, example = REF_EXAMPLE) @RestPath String ref,
            @RestQuery @Nullable String site) {
        return policies.tdmPolicy(documents.readForRights(ref, ".tdm-policy.json", site));
    }

    @GET
    @Path(REF)
    @Produces("text/markdown;charset=utf-8")
    @Operation(
            operationId = "getArticleForAgents",
            summary = "Read an article as Markdown by its plain address",
            description = "For agents that say `Accept: text/markdown`.")
    @APIResponse(responseCode = "200", description = "The article",
            content = @Content(mediaType = "text/markdown", schema = @Schema(type = SchemaType.STRING)))
    public String agents(@Parameter(description = REF_TEXT, example = REF_EXAMPLE) @RestPath String ref,
            @RestQuery @Nullable String site, @RestQuery @Nullable String usage) {
        return markdown(ref, "", site, usage);
    }

    private String markdown(String ref, String extension, @Nullable String site, @Nullable String usage) {
        var found = documents.read(ref, extension, site, usage);
        return markdown.of(found.site(), found.article());
    }
}
