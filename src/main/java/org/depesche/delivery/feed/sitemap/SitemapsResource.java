package org.depesche.delivery.feed.sitemap;

import java.util.regex.Pattern;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;

import org.depesche.content.site.Sites;
import org.depesche.platform.http.Fresh;
import org.depesche.platform.http.Freshness;
import org.depesche.platform.http.PublicationZone;
import org.depesche.platform.http.request.QueryParameter;
import org.depesche.platform.http.request.QueryParameter.WithDefault;
import org.depesche.platform.http.request.QueryParameters;
import org.depesche.platform.xml.XmlWriter;
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

/** The endpoints of sitemaps (sitemaps.org 0.9, and Google's news extension). */
@Path("/feeds")
@Produces(SitemapsResource.XML)
@PermitAll
@Fresh(Freshness.LIST)
@Tag(name = "Feeds")
class SitemapsResource {

    static final String XML = "application/xml;charset=utf-8";
    static final QueryParameter<String> SITE = Sites.SITE;
    static final WithDefault<Integer> PART = QueryParameter.whole("part", 1, 1_000_000)
            .describe("The part of a month that has more articles than a sitemap may have; the index links to it.", "2")
            .otherwise(1);

    private static final String NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static final String XMLNS = "xmlns";
    private static final String LOC = "loc";
    private static final String LASTMOD = "lastmod";
    private static final Pattern TRADITIONAL_CHINESE = Pattern.compile("zh(-Hant(-.*)?|-(TW|HK|MO))", Pattern.CASE_INSENSITIVE);

    private final Sitemaps sitemaps;
    private final PublicationZone zone;
    private final QueryParameters inputs;

    SitemapsResource(Sitemaps sitemaps, PublicationZone zone, QueryParameters inputs) {
        this.sitemaps = sitemaps;
        this.zone = zone;
        this.inputs = inputs;
    }

    @GET
    @Path("/sitemap.xml")
    @Operation(
            operationId = "getSitemapIndex",
            summary = "List the sitemaps of a site",
            description = "One for each month of publication, the newest first.")
    @APIResponse(responseCode = "200", description = "A sitemap index",
            content = @Content(mediaType = "application/xml", schema = @Schema(type = SchemaType.STRING)))
    public byte[] index(@RestQuery @Nullable String site) {
        var parts = sitemaps.index(site);
        var xml = new XmlWriter("sitemapindex", XMLNS, NAMESPACE);
        parts.forEach(part -> xml.open("sitemap").text(LOC, part.url())
                .text(LASTMOD, part.changedAt() == null ? null : zone.format(part.changedAt())).close());
        return xml.toBytes();
    }

    @GET
    @Path("/sitemap/{month:\\d{4}-(0[1-9]|1[0-2])}.xml")
    @Operation(
            operationId = "getSitemap",
            summary = "List the addresses of the articles of a month",
            description = "The oldest first, without those that search engines shall not list.")
    @APIResponse(responseCode = "200", description = "A sitemap",
            content = @Content(mediaType = "application/xml", schema = @Schema(type = SchemaType.STRING)))
    public byte[] month(@Parameter(description = "The month of publication.", example = "2024-10") @RestPath String month,
            @RestQuery @Nullable String site, @RestQuery @Nullable String part) {
        var found = sitemaps.month(month, site, inputs.read(PART, part));
        var xml = new XmlWriter("urlset", XMLNS, NAMESPACE);
        found.forEach(article -> xml.open("url").text(LOC, article.url()).text(LASTMOD, zone.format(article.updatedAt()))
                .close());
        return xml.toBytes();
    }

    @GET
    @Path("/news-sitemap.xml")
    @Operation(
            operationId = "getNewsSitemap",
            summary = "List the news of the last 48 hours for search engines",
            description = "Never advertising. While there is no news, the newest article alone.")
    @APIResponse(responseCode = "200", description = "A news sitemap",
            content = @Content(mediaType = "application/xml", schema = @Schema(type = SchemaType.STRING)))
    public byte[] news(@RestQuery @Nullable String site) {
        var news = sitemaps.news(site);
        var xml = new XmlWriter("urlset", XMLNS, NAMESPACE, "xmlns:news", "http://www.google.com/schemas/sitemap-news/0.9");
        news.articles().forEach(article -> {
            xml.open("url").text(LOC, article.url());
            if (news.isNews()) {
                xml.open("news:news").open("news:publication").text("news:name", news.site().name())
                        .text("news:language", newsLanguage(article.language())).close()
                        .text("news:publication_date", zone.format(article.publishedAt()))
                        .text("news:title", article.headline()).close();
            }
            xml.close();
        });
        return xml.toBytes();
    }

    /** A language code of ISO 639, and for Chinese one of the two that Google's documentation names. */
    static String newsLanguage(String tag) {
        var language = tag.split("-")[0];
        if (!language.equals("zh")) {
            return language;
        }
        return TRADITIONAL_CHINESE.matcher(tag).matches() ? "zh-tw" : "zh-cn";
    }
}
