package org.depesche.delivery.embed;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.depesche.content.article.url.ArticleUrlLookup;
import org.depesche.content.article.url.ArticleUrlLookup.ArticleAtUrl;
import org.depesche.content.article.view.SyndicatedArticle;
import org.depesche.content.site.Site;
import org.depesche.content.site.Sites;
import org.depesche.delivery.feed.format.AdvertisingLabels;
import org.depesche.platform.http.AbsoluteUrls;
import org.depesche.platform.http.CacheTag;
import org.depesche.platform.http.ChangeLogPositionTracker;
import org.depesche.platform.http.Freshness;
import org.depesche.platform.http.HttpConfig;
import org.depesche.platform.http.ResponseMetadata;
import org.depesche.platform.json.WebUrl;
import org.depesche.platform.problem.Problem;
import org.depesche.platform.problem.ProblemType;
import org.jspecify.annotations.Nullable;

import io.netty.handler.codec.http.QueryStringDecoder;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** Describes articles to oEmbed consumers. What partners may not have, and what was withdrawn, is not found. */
@ApplicationScoped
@Transactional
class OEmbeds {

    private static final Duration MAX_CACHE_AGE = Duration.ofHours(1);
    private static final int DEFAULT_NUMBER = 5;
    private static final int MAX_NUMBER = 100;

    private final ArticleUrlLookup lookup;
    private final PartnerArticles articles;
    private final Sites sites;
    private final ChangeLogPositionTracker positions;
    private final ResponseMetadata metadata;
    private final AbsoluteUrls urls;
    private final EmbedConfig config;
    private final HttpConfig http;

    OEmbeds(ArticleUrlLookup lookup, PartnerArticles articles, Sites sites, ChangeLogPositionTracker positions,
            ResponseMetadata metadata, AbsoluteUrls urls, EmbedConfig config, HttpConfig http) {
        this.lookup = lookup;
        this.articles = articles;
        this.sites = sites;
        this.positions = positions;
        this.metadata = metadata;
        this.urls = urls;
        this.config = config;
        this.http = http;
    }

    /**
     * The description of the article at a URL, or of our own page for frames.
     *
     * @throws Problem 404 when there is none that partners may have
     */
    OEmbed read(String url, Optional<Integer> maxWidth, Optional<Integer> maxHeight) {
        var pages = urls.of("/embed/feed").toString();
        return url.equals(pages) || url.startsWith(pages + "?") ? list(url, maxWidth, maxHeight)
                : article(url, maxWidth, maxHeight);
    }

    private OEmbed list(String url, Optional<Integer> maxWidth, Optional<Integer> maxHeight) {
        positions.readAndRecord();
        var page = WebUrl.parse(url).orElseThrow(OEmbeds::notFound);
        var site = site(page);
        metadata.cacheTag(CacheTag.site(site.id()));
        var width = width(maxWidth);
        var height = Math.min(height(page, width), maxHeight.orElse(Integer.MAX_VALUE));
        var html = Templates.list(site.name(), new Frame(page, width, height));
        return new OEmbed("1.0", "rich", site.name(), null, site.name(), site.url(), cacheAge(), html.render().strip(), width,
                height, null, null, null);
    }

    /** The filters are not applied: that is up to the frame. */
    private static int height(URI page, int width) {
        var parameters = new QueryStringDecoder(page).parameters();
        var ids = first(parameters, FrameParameters.IDS.name()).map(list -> list.split(",").length);
        var number = ids.or(() -> first(parameters, FrameParameters.LIMIT.parameter().name()).filter(OEmbeds::isNumber)
                .map(Integer::valueOf)).orElse(DEFAULT_NUMBER);
        return new FrameHeight(width).list(Math.max(1, Math.min(number, MAX_NUMBER)),
                first(parameters, FrameParameters.LAYOUT.parameter().name()).filter("cards"::equals).isPresent(),
                first(parameters, FrameParameters.TEASER.parameter().name()).filter("true"::equals).isPresent(),
                first(parameters, FrameParameters.IMAGES.parameter().name()).filter("none"::equals).isEmpty());
    }

    private static boolean isNumber(String text) {
        return text.matches("\\d{1,3}");
    }

    private static Optional<String> first(Map<String, List<String>> parameters, String name) {
        return parameters.getOrDefault(name, List.of()).stream().findFirst();
    }

    /** The site that a page for frames shows. */
    private Site site(URI page) {
        var slugs = new QueryStringDecoder(page).parameters().getOrDefault(Sites.SITE.name(), List.of());
        return slugs.isEmpty() ? sites.defaultSite()
                : sites.bySlug(slugs.get(0))
                        .orElseThrow(() -> new Problem(ProblemType.NOT_FOUND, sites.unknown(slugs.get(0))));
    }

    private int width(Optional<Integer> max) {
        return Math.min(config.oembedWidth(), max.orElse(config.oembedWidth()));
    }

    private OEmbed article(String url, Optional<Integer> maxWidth, Optional<Integer> maxHeight) {
        var found = lookup.find(url).orElseThrow(OEmbeds::notFound);
        var article = articles.find(found.site(), found.id()).orElseThrow(OEmbeds::notFound);
        var width = width(maxWidth);
        var room = maxHeight.orElse(Integer.MAX_VALUE);
        var whole = new FrameHeight(width).card(article);
        var height = Math.min(whole, room);
        var frame = new Frame(page(found, whole <= room ? "cards" : "list"), width, height);
        var thumbnail = Thumbnail.of(article.card().image(), maxWidth.orElse(Integer.MAX_VALUE), room);
        return new OEmbed("1.0", "rich", AdvertisingLabels.title(article), authors(article), found.site().name(),
                found.site().url(), cacheAge(), html(found, article, frame), width, height,
                thumbnail.map(Thumbnail::url).orElse(null), thumbnail.map(Thumbnail::width).orElse(null),
                thumbnail.map(Thumbnail::height).orElse(null));
    }

    private URI page(ArticleAtUrl article, String layout) {
        return urls.of("/embed/feed?ids=" + article.id() + "&layout=" + layout + "&site="
                + URLEncoder.encode(article.site().slug(), StandardCharsets.UTF_8) + "&teaser=true");
    }

    private static @Nullable String authors(SyndicatedArticle article) {
        var authors = article.summary().authors();
        return authors.isEmpty() ? null : authors.stream().map(author -> author.name()).collect(Collectors.joining(", "));
    }

    private long cacheAge() {
        return Math.min(MAX_CACHE_AGE.toSeconds(), Freshness.FEED.maxAge(http).toSeconds());
    }

    private static String html(ArticleAtUrl found, SyndicatedArticle article, Frame frame) {
        var quote = new Quote(AdvertisingLabels.title(article), article.summary().teaser(), article.card().url(),
                found.site().name(), article.card().language());
        return Templates.quote(quote, frame).render().strip();
    }

    private static Problem notFound() {
        return new Problem(ProblemType.NOT_FOUND, "No article for partners is at this URL.");
    }

    /** The words of an article. The members that are null are not known. */
    record Quote(String title, @Nullable String teaser, @Nullable URI url, String credit, String language) {
    }

    /** @param page the page in the frame */
    record Frame(URI page, int width, int height) {
    }

    @CheckedTemplate(basePath = "embed")
    static class Templates {

        static native TemplateInstance quote(Quote quote, Frame frame);

        static native TemplateInstance list(String title, Frame frame);
    }
}
