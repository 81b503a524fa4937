package org.depesche.content.article.view;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.content.author.ArticleAuthorView;
import org.depesche.content.category.ArticleCategoryView;
import org.depesche.content.machineuse.MachineUse;
import org.depesche.content.model.ArticleContent;
import org.depesche.content.projection.ArticleUrls;
import org.depesche.content.projection.PublishedArticle;
import org.depesche.content.site.Site;
import org.depesche.content.tag.ArticleTagView;
import org.jspecify.annotations.Nullable;

/** Renders articles from loaded references. */
@ApplicationScoped
public class ArticleViewBuilder {

    private final BodyViews bodies;

    ArticleViewBuilder(BodyViews bodies) {
        this.bodies = bodies;
    }

    /** Returns the card of an article. A public article always has a headline and a placement; a previewed draft may not. */
    ArticleCard card(PublishedArticle article, ArticleReferenceLoader.LoadedReferences loaded) {
        var content = article.content();
        var here = findPlacement(content, loaded.site());
        var home = content.classification().placements().stream().findFirst();
        var homeSite = home.map(placement -> loaded.trees().site(placement.site())).orElse(loaded.site());
        var url = here.flatMap(placement -> ArticleUrls.of(article, loaded.site(), loaded.tree(), placement));
        var canonical = here.equals(home) ? url
                : home.flatMap(placement -> ArticleUrls.of(article, homeSite, loaded.trees().tree(homeSite.id()), placement));
        return new ArticleCard(article.id(), article.slug(), content.classification().type(), url.orElse(null),
                ArticleUrls.path(article, loaded.site(), loaded.tree(), here), canonical.orElse(null),
                homeSite.slug(), sites(content, loaded), content.story().kicker(), content.story().headline(),
                article.publishedAt(),
                article.updatedAt(), content.classification().language(), content.classification().access(),
                here.flatMap(placement -> loaded.category(placement.category())).orElse(null),
                content.story().image() == null ? null : bodies.image(content.story().image(), loaded).orElse(null),
                advertising(content.attribution().advertising()));
    }

    ArticleSummary summary(PublishedArticle article, ArticleReferenceLoader.LoadedReferences loaded) {
        var content = article.content();
        return new ArticleSummary(card(article, loaded), content.story().teaser(), content.story().shortHeadline(),
                categories(content, loaded),
                content.classification().tags().stream().map(loaded.tags()::get).filter(Objects::nonNull)
                        .map(ArticleTagView::of).toList(),
                content.classification().authors().stream().map(loaded.authors()::get).filter(Objects::nonNull)
                        .map(ArticleAuthorView::of)
                        .toList(),
                content.attribution().source() == null ? null
                        : new ArticleSummary.SourceView(content.attribution().source().name(),
                                content.attribution().source().url()),
                content.classification().sensitive() ? true : null, article.publishedContent().wordCount(),
                article.publishedContent().readingMinutes(),
                rights(content.attribution().rights(), machineUse(content, loaded)));
    }

    Article full(PublishedArticle article, ArticleReferenceLoader.LoadedReferences loaded,
            Collection<PublishedArticle> translations,
            List<Article.CollectionView> collections) {
        var content = article.content();
        return new Article(summary(article, loaded),
                bodies.blocks(article.body(), loaded, this), null,
                content.story().links().stream().map(link -> new Article.LinkView(link.title(), link.url())).toList(),
                corrections(content),
                translations.stream().filter(other -> other.isOn(loaded.site())).map(other -> translation(other, loaded))
                        .toList(),
                collections, seo(content.distribution().seo()), production(content.attribution().production()),
                article.serial());
    }

    SyndicatedArticle syndicated(PublishedArticle article, ArticleReferenceLoader.LoadedReferences loaded,
            boolean isTruncated) {
        var content = article.content();
        var origin = content.distribution().origin();
        return new SyndicatedArticle(summary(article, loaded), bodies.blocks(article.body(), loaded, this), isTruncated,
                article.changedAt(), origin == null ? null : origin.guid(), corrections(content),
                !seo(content.distribution().seo()).noindex(), production(content.attribution().production()));
    }

    private static List<Article.CorrectionView> corrections(ArticleContent content) {
        return content.story().corrections().stream()
                .map(correction -> new Article.CorrectionView(correction.at(), correction.note())).toList();
    }

    private static Article.TranslationView translation(PublishedArticle other, ArticleReferenceLoader.LoadedReferences loaded) {
        var here = placement(other.content(), loaded.site());
        return new Article.TranslationView(other.content().classification().language(), other.slug(),
                ArticleUrls.of(other, loaded.site(), loaded.tree(), here).orElse(null));
    }

    private static Article.@Nullable ProductionView production(ArticleContent.@Nullable Production production) {
        return production == null ? null
                : new Article.ProductionView(production.ai(), production.note(), production.reviewed());
    }

    /** Returns the categories of an article on a site. Empty if the article is not on the site. */
    public static Optional<ArticleContent.Placement> findPlacement(ArticleContent content, Site site) {
        return content.classification().placements().stream().filter(placement -> placement.site().equals(site.id()))
                .findFirst();
    }

    /**
     * Returns the categories of an article on a site.
     *
     * @throws IllegalStateException if the article is not on the site
     */
    public static ArticleContent.Placement placement(ArticleContent content, Site site) {
        return findPlacement(content, site).orElseThrow(() -> new IllegalStateException("not placed on " + site.slug()));
    }

    private static List<String> sites(ArticleContent content, ArticleReferenceLoader.LoadedReferences loaded) {
        return content.classification().placements().stream().map(placement -> loaded.trees().site(placement.site()).slug())
                .distinct()
                .toList();
    }

    private static List<ArticleCategoryView> categories(ArticleContent content,
            ArticleReferenceLoader.LoadedReferences loaded) {
        return content.classification().placements().stream().filter(placement -> placement.site().equals(loaded.site().id()))
                .flatMap(placement -> Stream.concat(Stream.of(placement.category()), placement.further().stream())).distinct()
                .map(loaded::category).flatMap(Optional::stream).toList();
    }

    private static ArticleCard.@Nullable AdvertisingView advertising(ArticleContent.@Nullable Advertising advertising) {
        if (advertising == null) {
            return null;
        }
        var sponsor = advertising.sponsor();
        return new ArticleCard.AdvertisingView(advertising.label(),
                sponsor == null ? null : new ArticleCard.SponsorView(sponsor.name(), sponsor.url()));
    }

    private static ArticleSummary.@Nullable RightsView rights(ArticleContent.@Nullable Rights rights, MachineUse machineUse) {
        var shown = machineUse.equals(MachineUse.NONE) ? null : machineUse;
        if (rights == null) {
            return shown == null ? null : new ArticleSummary.RightsView(null, null, null, shown);
        }
        return new ArticleSummary.RightsView(rights.copyright(), rights.licenseUrl(), rights.syndication(), shown);
    }

    /** Returns the policy of an article on the requested site. Its own members override those of the category and the site. */
    static MachineUse machineUse(ArticleContent content, ArticleReferenceLoader.LoadedReferences loaded) {
        var rights = content.attribution().rights();
        var own = rights == null || rights.machineUse() == null ? MachineUse.NONE : rights.machineUse();
        var ofCategory = findPlacement(content, loaded.site()).map(here -> loaded.tree().machineUse(here.category()))
                .orElse(MachineUse.NONE);
        return own.over(ofCategory).over(loaded.site().machineUse()).effective();
    }

    private static Article.SeoView seo(ArticleContent.@Nullable Seo seo) {
        return seo == null ? new Article.SeoView(null, null, false)
                : new Article.SeoView(seo.title(), seo.description(), seo.noindex());
    }
}
