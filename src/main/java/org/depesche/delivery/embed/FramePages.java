package org.depesche.delivery.embed;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.depesche.content.article.list.ArticleFilterParameters;
import org.depesche.content.site.Site;
import org.depesche.content.site.SiteReads;
import org.depesche.platform.http.AbsoluteUrls;
import org.depesche.platform.http.request.QueryParameters;
import org.jspecify.annotations.Nullable;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/**
 * Writes the page for frames: the element, and in it the same articles as links, which remain where scripts do not run. Each
 * call is one transaction, so that a page belongs to one position of the change log.
 */
@ApplicationScoped
@Transactional
class FramePages {

    private final PartnerArticles articles;
    private final SiteReads reads;
    private final EmbedScripts scripts;
    private final FramePolicy policy;
    private final AbsoluteUrls urls;
    private final QueryParameters inputs;

    FramePages(PartnerArticles articles, SiteReads reads, EmbedScripts scripts, FramePolicy policy, AbsoluteUrls urls,
            QueryParameters inputs) {
        this.articles = articles;
        this.reads = reads;
        this.scripts = scripts;
        this.policy = policy;
        this.urls = urls;
        this.inputs = inputs;
    }

    /** The page that a request asks for. Errors are thrown as one problem. */
    FramePage page(ArticleFilterParameters filters, FrameParameters given) {
        var site = reads.begin(filters.site());
        var attributes = attributes(site, filters, given);
        var found = articles.links(site, filters, given);
        var language = inputs.read(FrameParameters.LANG, given.lang()).orElse(site.language());
        inputs.verify();
        var script = new Script(scripts.fileName(), scripts.integrity());
        var html = Templates.frame(new Frame(site.name(), site.url(), language, attributes, discovery(), script), found,
                FramePolicy.STYLE);
        return new FramePage(html.render(), policy.text());
    }

    private Map<String, String> attributes(Site site, ArticleFilterParameters filters, FrameParameters given) {
        var attributes = new LinkedHashMap<String, String>();
        attributes.put("site", site.slug());
        attributes.putAll(EmbedFilterAttributes.of(filters));
        if (given.hasIds()) {
            attributes.put("ids", QueryParameters.joined(given.ids()));
        }
        attributes.putAll(given.attributes(inputs));
        return attributes;
    }

    /** Where oEmbed describes this page (oEmbed 1.0, section 4). */
    private URI discovery() {
        return urls.of("/oembed?format=json&url="
                + URLEncoder.encode(urls.canonical(Set.of()).toString(), StandardCharsets.UTF_8));
    }

    /** @param policy the value of {@code Content-Security-Policy} */
    record FramePage(String html, String policy) {
    }

    /**
     * What the page shows beside the articles.
     *
     * @param title the name of the publisher
     * @param home the address of the site; null while it has none
     */
    record Frame(String title, @Nullable URI home, String language, Map<String, String> attributes, URI discovery,
            Script script) {

        /** The color schemes of the page. A frame whose scheme is not that of its content is opaque. */
        public String colorScheme() {
            var theme = attributes.getOrDefault("theme", "");
            return theme.equals("auto") ? "light dark" : theme;
        }
    }

    /** @param file the address relative to the page, so that a path before ours does not matter */
    record Script(String file, String integrity) {
    }

    /** @param url null while the site has no address */
    record ArticleLink(String title, @Nullable URI url, String rel, String language) {
    }

    @CheckedTemplate(basePath = "embed")
    static class Templates {

        static native TemplateInstance frame(Frame frame, List<ArticleLink> articles, String style);
    }
}
