package org.depesche.delivery.embed;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.content.article.IncludeProvider;
import org.depesche.content.article.view.SyndicatedArticle;
import org.depesche.delivery.feed.format.AdvertisingLabels;
import org.depesche.platform.http.AbsoluteUrls;
import org.depesche.platform.http.request.QueryParameter.WithDefault;
import org.depesche.platform.http.request.QueryParameters;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/**
 * Adds the elements that lead oEmbed consumers from an article's page to its description, for {@code include=oembedLinks}
 * (oEmbed 1.0, section 4). An article without an address, or one that partners may not have, has none.
 */
@ApplicationScoped
class OEmbedInclude implements IncludeProvider {

    private final PartnerArticles articles;
    private final AbsoluteUrls urls;

    OEmbedInclude(PartnerArticles articles, AbsoluteUrls urls) {
        this.articles = articles;
        this.urls = urls;
    }

    @Override
    public String name() {
        return "oembedLinks";
    }

    @Override
    public List<WithDefault<?>> parameters() {
        return List.of();
    }

    @Override
    public Renderer prepare(QueryParameters inputs, Map<String, String> parameters) {
        return (site, article) -> articles.find(site, article.id()).filter(found -> found.card().url() != null)
                .<JsonNode> map(found -> TextNode.valueOf(markup(found, String.valueOf(found.card().url()))))
                .orElse(NullNode.instance);
    }

    private String markup(SyndicatedArticle article, String page) {
        var links = new Links(AdvertisingLabels.title(article), address("json", page), address("xml", page));
        return Templates.discovery(links).render().strip();
    }

    private URI address(String format, String page) {
        return urls.of("/oembed?format=" + format + "&url=" + URLEncoder.encode(page, StandardCharsets.UTF_8));
    }

    /** The address of the description in each format. */
    record Links(String title, URI json, URI xml) {
    }

    @CheckedTemplate(basePath = "embed")
    static class Templates {

        static native TemplateInstance discovery(Links links);
    }
}
