package org.depesche.content.article;

import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.depesche.content.article.rendered.RenderedListArticles;
import org.depesche.content.article.view.ArticleCard;
import org.depesche.content.article.view.ArticleRenderer;
import org.depesche.content.article.view.ArticleRenderer.TaggedArticle;
import org.depesche.content.article.view.ArticleRepresentation;
import org.depesche.content.article.view.ArticleViewBuilder;
import org.depesche.content.article.view.FieldSelection;
import org.depesche.content.article.view.Paywall;
import org.depesche.content.article.view.SyndicatedArticle;
import org.depesche.content.article.view.SyndicationRights;
import org.depesche.content.body.BodyText;
import org.depesche.content.category.Categories;
import org.depesche.content.projection.ArticleUrls;
import org.depesche.content.projection.PublishedArticle;
import org.depesche.content.projection.PublishedArticles;
import org.depesche.content.site.Site;
import org.depesche.platform.http.AbsoluteUrls;

/** The public articles that other packages list. Each call is one transaction. */
@ApplicationScoped
@Transactional
public class Articles {

    private final ArticleFinder finder;
    private final ArticleRenderer renderer;
    private final RenderedListArticles items;
    private final PublishedArticles rows;
    private final Paywall paywall;
    private final SyndicationRights syndication;
    private final Categories categories;
    private final AbsoluteUrls urls;

    Articles(ArticleFinder finder, ArticleRenderer renderer, RenderedListArticles items, PublishedArticles rows,
            Paywall paywall,
            SyndicationRights syndication, Categories categories, AbsoluteUrls urls) {
        this.finder = finder;
        this.renderer = renderer;
        this.items = items;
        this.rows = rows;
        this.paywall = paywall;
        this.syndication = syndication;
        this.categories = categories;
        this.urls = urls;
    }

    /**
     * Returns the attributes of the article of a path, for packages with paths below an article.
     *
     * @param address maps the present slug to the path to which a former slug redirects
     * @throws MovedPermanently when the reference is a former slug
     * @throws Problem 404, or 410 when the article was withdrawn
     */
    public ArticleAttributes attributes(Site site, String ref, UnaryOperator<String> address) {
        return ArticleAttributes.of(finder.requireOnSite(site, ref, finder.lookUp(ref, false), address).article(), site);
    }

    /** Returns the attributes as {@link #attributes} does. What partners may not have is a 404 at each of its slugs. */
    public ArticleAttributes attributesForPartners(Site site, String ref, UnaryOperator<String> address) {
        return ArticleAttributes.of(finder.requireForPartners(site, ref, finder.lookUp(ref, false), address).article(), site);
    }

    /** Returns the attributes of those articles that are public on the site. */
    public Map<UUID, ArticleAttributes> attributesById(Site site, Set<UUID> ids) {
        var heads = new LinkedHashMap<UUID, ArticleAttributes>();
        rows.byIds(ids, false).values().stream().filter(article -> article.isOn(site))
                .forEach(article -> heads.put(article.id(), ArticleAttributes.of(article, site)));
        return heads;
    }

    /**
     * Renders articles in the given order, with the members that {@code include} adds and {@code fields} selects. Articles
     * that are not public on the site are left out.
     */
    public Map<UUID, ArticleRepresentation> render(Site site, List<UUID> ids, FieldSelection presentation) {
        return items.byIds(site, ids, presentation);
    }

    /** Renders articles as {@link #render} does, and stores no rendering, because an export reads each article once. */
    public Map<UUID, ArticleRepresentation> renderOnce(Site site, List<UUID> ids, FieldSelection presentation) {
        return items.byIdsOnce(site, ids, presentation);
    }

    /**
     * Renders articles as {@link #render} does. Of those that are not free, it also reads the text that the caller may read,
     * in one more statement.
     */
    public FoundArticles renderFound(Site site, List<UUID> ids, FieldSelection presentation) {
        var found = items.found(site, ids, presentation);
        var restricted = found.candidates().stream()
                .filter(article -> paywall.isRestricted(article)
                        || presentation.isForPartners() && syndication.isTeaser(article))
                .map(PublishedArticle::id).toList();
        var visibleTexts = new HashMap<UUID, String>();
        if (!restricted.isEmpty()) {
            rows.byIds(restricted, true)
                    .forEach((id, article) -> visibleTexts.put(id, presentation.isForPartners() && syndication.isTeaser(article)
                            ? ""
                            : BodyText.of(paywall.cut(article).body())));
        }
        return new FoundArticles(found.views(), visibleTexts);
    }

    /**
     * Articles that a search found.
     * @param visibleTexts the text that the caller may read, of those articles that are cut; others are visible as a whole
     */
    public record FoundArticles(Map<UUID, ArticleRepresentation> articles, Map<UUID, String> visibleTexts) {
    }

    /**
     * Renders articles for the formats of syndication, in the given order. Articles that are not public on the site are left
     * out.
     * @param isForPartners whether only what partners may have is rendered
     */
    public List<SyndicatedArticle> renderForSyndication(Site site, List<UUID> ids, boolean withBody, boolean isForPartners) {
        return renderer.renderForSyndication(site, publicArticles(site, ids, withBody), isForPartners);
    }

    /**
     * Returns the addresses of articles, in the given order. Articles that are not public on the site, or that search engines
     * must not list, are left out.
     */
    public List<ArticleAddress> addresses(Site site, List<UUID> ids) {
        var tree = categories.tree(site);
        return publicArticles(site, ids, false).stream().filter(Articles::isIndexed).map(article -> {
            var content = article.content();
            var url = ArticleUrls.of(article, site, tree, ArticleViewBuilder.placement(content, site))
                    .orElseGet(() -> urls.of("/v1/articles/" + article.slug()));
            return new ArticleAddress(url, String.valueOf(content.story().headline()), content.classification().language(),
                    article.publishedAt(), article.updatedAt());
        }).toList();
    }

    private static boolean isIndexed(PublishedArticle article) {
        var seo = article.content().distribution().seo();
        return seo == null || !seo.noindex();
    }

    /** The URL, headline, language and times of an article, as sitemaps list them. */
    public record ArticleAddress(URI url, String headline, String language, Instant publishedAt, Instant updatedAt) {
    }

    /** Renders articles as cards, in the given order. Articles that are not public on the site are left out. */
    public Map<UUID, ArticleCard> renderCards(Site site, List<UUID> ids) {
        var shown = publicArticles(site, ids, false);
        return byId(shown, renderer.renderCards(site, shown));
    }

    /** Renders articles in full and with their cache tags, in the given order, without those that are not on the site. */
    public List<TaggedArticle> renderTagged(Site site, List<UUID> ids) {
        return renderer.renderTagged(site, publicArticles(site, ids, true));
    }

    private List<PublishedArticle> publicArticles(Site site, List<UUID> ids, boolean withBody) {
        var found = rows.byIds(ids, withBody);
        return ids.stream().map(found::get).filter(Objects::nonNull).filter(article -> article.isOn(site)).toList();
    }

    private static <T> Map<UUID, T> byId(List<PublishedArticle> articles, List<T> rendered) {
        var byId = new LinkedHashMap<UUID, T>();
        for (var i = 0; i < articles.size(); i++) {
            byId.put(articles.get(i).id(), rendered.get(i));
        }
        return byId;
    }
}
