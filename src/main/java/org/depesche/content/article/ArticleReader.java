package org.depesche.content.article;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.depesche.content.article.rendered.RenderedArticles;
import org.depesche.content.article.view.ArticleRenderer;
import org.depesche.content.article.view.ArticleRepresentation;
import org.depesche.content.article.view.FieldSelection;
import org.depesche.content.model.ArticleSnapshot;
import org.depesche.content.projection.PublishedArticle;
import org.depesche.content.projection.PublishedArticleLookup;
import org.depesche.content.site.Site;
import org.depesche.content.site.Sites;
import org.depesche.platform.http.ChangeLogPositionTracker;
import org.depesche.platform.http.request.QueryParameters;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;

import io.quarkus.arc.All;

/** Reads one public article. Each call is one transaction, so that a response belongs to one position of the change log. */
@ApplicationScoped
@Transactional
public class ArticleReader {

    private static final String ARTICLES = "/v1/articles/";

    private final ArticleFinder finder;
    private final ArticleRenderer renderer;
    private final RenderedArticles rendered;
    private final Sites sites;
    private final ChangeLogPositionTracker positions;
    private final QueryParameters inputs;
    private final Map<String, IncludeProvider> parts = new LinkedHashMap<>();

    ArticleReader(ArticleFinder finder, ArticleRenderer renderer, RenderedArticles rendered, Sites sites,
            ChangeLogPositionTracker positions,
            QueryParameters inputs, @All List<IncludeProvider> parts) {
        this.finder = finder;
        this.renderer = renderer;
        this.rendered = rendered;
        this.sites = sites;
        this.positions = positions;
        this.inputs = inputs;
        parts.forEach(part -> this.parts.put(part.name(), part));
    }

    ArticleRepresentation one(String ref, SingleArticleParameters given) {
        var wanted = parseRequest(given);
        if (wanted.parts().isEmpty() && rendered.areStored(wanted.presentation())) {
            return readRendered(ref, given, wanted);
        }
        var first = finder.lookUp(ref, wanted.presentation().needsBody());
        var site = site(given.site());
        inputs.verify();
        var found = wanted.presentation().isForPartners()
                ? finder.requireForPartners(site, ref, first, slug -> ARTICLES + slug)
                : finder.requireOnSite(site, ref, first, slug -> ARTICLES + slug);
        return render(renderer::renderOne, site, found, wanted);
    }

    private ArticleRepresentation readRendered(String ref, SingleArticleParameters given, RequestedParts wanted) {
        var site = site(given.site());
        inputs.verify();
        var stored = rendered.find(site, ref, wanted.presentation());
        return stored.view().orElseGet(() -> {
            var first = finder.lookUp(ref, wanted.presentation().needsBody());
            var found = finder.requireOnSite(site, ref, first, slug -> ARTICLES + slug);
            if (stored.isWanted()) {
                rendered.request(site, found.article().id());
            }
            return render(renderer::renderOne, site, found, wanted);
        });
    }

    /**
     * Renders a working copy as the public API would deliver it, on the site of the query, or else on its home site. A draft
     * may lack a headline, a category and a URL.
     */
    public ArticleRepresentation preview(ArticleSnapshot snapshot, SingleArticleParameters given) {
        positions.readAndRecord();
        var home = snapshot.content().classification().placements().stream().findFirst()
                .map(placement -> sites.byId(placement.site()));
        var site = given.site() == null && home.isPresent() ? home.get() : site(given.site());
        var wanted = parseRequest(given);
        inputs.verify();
        return render(renderer::renderWhole, site, PublishedArticleLookup.Match.unchecked(PublishedArticle.of(snapshot)),
                wanted);
    }

    private RequestedParts parseRequest(SingleArticleParameters given) {
        var presentation = FieldSelection.read(inputs, inputs.read(SingleArticleParameters.VIEW, given.view()), given.include(),
                given.fields(), SingleArticleParameters.INCLUDES)
                .forPartners(inputs.read(SingleArticleParameters.USAGE, given.usage()).orElse(false))
                .withCrop(inputs, given.crop());
        var renderers = new LinkedHashMap<String, IncludeProvider.Renderer>();
        var others = given.includeParameters();
        parts.values().forEach(part -> {
            if (presentation.includes(part.name())) {
                renderers.put(part.name(), part.prepare(inputs, others));
            } else {
                part.parameters().forEach(each -> inputs.rejectUnlessDefault(each, others.get(each.parameter().name())));
            }
        });
        return new RequestedParts(presentation, renderers);
    }

    private ArticleRepresentation render(Rendering rendering, Site site, PublishedArticleLookup.Match found,
            RequestedParts wanted) {
        var made = new LinkedHashMap<String, JsonNode>();
        wanted.parts().forEach((name, part) -> made.put(name, part.render(site, ArticleAttributes.of(found.article(), site))));
        return rendering.render(site, found, wanted.presentation().withoutIncludes(parts.keySet()), made);
    }

    private interface Rendering {
        ArticleRepresentation render(Site site, PublishedArticleLookup.Match found, FieldSelection presentation,
                Map<String, JsonNode> parts);
    }

    private Site site(@Nullable String slug) {
        return sites.requested(inputs, slug);
    }

    /** The requested level of detail, and a renderer for each included part of another package, by its name. */
    private record RequestedParts(FieldSelection presentation, Map<String, IncludeProvider.Renderer> parts) {
    }
}
