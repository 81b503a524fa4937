package org.depesche.content.article;

import java.util.Optional;
import java.util.function.UnaryOperator;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.content.article.view.SyndicationRights;
import org.depesche.content.projection.PublishedArticle;
import org.depesche.content.projection.PublishedArticleLookup;
import org.depesche.content.projection.PublishedArticles;
import org.depesche.content.projection.WithdrawnArticles;
import org.depesche.content.site.Site;
import org.depesche.kernel.Slug;
import org.depesche.kernel.SlugSuggestion;
import org.depesche.kernel.Uuid7;
import org.depesche.platform.http.CacheTag;
import org.depesche.platform.http.ChangeLogPositionTracker;
import org.depesche.platform.http.PublicationZone;
import org.depesche.platform.http.ResponseMetadata;
import org.depesche.platform.http.response.MovedPermanently;
import org.depesche.platform.problem.Problem;
import org.depesche.platform.problem.ProblemType;

/**
 * Finds the article of a path. A former slug is a redirect ({@link MovedPermanently}), a withdrawn article a 410, and an
 * unknown one a 404.
 */
@ApplicationScoped
class ArticleFinder {

    private final PublishedArticleLookup lookup;
    private final PublishedArticles articles;
    private final WithdrawnArticles withdrawn;
    private final SyndicationRights syndication;
    private final ChangeLogPositionTracker positions;
    private final ResponseMetadata metadata;
    private final PublicationZone zone;

    ArticleFinder(PublishedArticleLookup lookup, PublishedArticles articles, WithdrawnArticles withdrawn,
            SyndicationRights syndication, ChangeLogPositionTracker positions, ResponseMetadata metadata,
            PublicationZone zone) {
        this.lookup = lookup;
        this.articles = articles;
        this.withdrawn = withdrawn;
        this.syndication = syndication;
        this.positions = positions;
        this.metadata = metadata;
        this.zone = zone;
    }

    /**
     * Finds an article by id or slug. Call this method first in a transaction, because it also reads the position of
     * the change log.
     */
    Optional<PublishedArticleLookup.Match> lookUp(String ref, boolean withBody) {
        var id = Uuid7.parse(ref);
        if (id.isPresent()) {
            return lookup.findWithLogPosition(id.get(), withBody);
        }
        if (Slug.isSlug(ref)) {
            return lookup.findWithLogPosition(ref, withBody);
        }
        positions.readAndRecord();
        return Optional.empty();
    }

    /**
     * Returns the article that was found, if it is on the site.
     * @param address maps another slug to the path of this request with that slug
     * @throws MovedPermanently when the reference is a former slug
     * @throws Problem 404, or 410 when the article was withdrawn
     */
    PublishedArticleLookup.Match requireOnSite(Site site, String ref, Optional<PublishedArticleLookup.Match> first,
            UnaryOperator<String> address) {
        return require(new Place(site, ref, false), first, address);
    }

    /** Returns the article as {@link #requireOnSite} does. An article that partners may not have is none, and has no slug. */
    PublishedArticleLookup.Match requireForPartners(Site site, String ref, Optional<PublishedArticleLookup.Match> first,
            UnaryOperator<String> address) {
        return require(new Place(site, ref, true), first, address);
    }

    private PublishedArticleLookup.Match require(Place place, Optional<PublishedArticleLookup.Match> first,
            UnaryOperator<String> address) {
        var found = first.filter(match -> match.article().isOn(place.site));
        found.ifPresent(match -> metadata.cacheTag(CacheTag.article(match.article().id())));
        if (found.filter(match -> !isShown(match.article(), place)).isPresent()) {
            throw notForPartners();
        }
        return found.orElseThrow(() -> failureFor(place, address));
    }

    private boolean isShown(PublishedArticle article, Place place) {
        return article.isOn(place.site) && !(place.isForPartners && syndication.isWithheld(article));
    }

    private static Problem notForPartners() {
        return new Problem(ProblemType.NOT_FOUND, "No article is at this address for partners.");
    }

    private RuntimeException failureFor(Place place, UnaryOperator<String> address) {
        var ref = place.ref;
        var gone = withdrawn.find(ref).filter(article -> article.sites().contains(place.site.slug()));
        if (gone.isPresent()) {
            return gone(gone.get());
        }
        var moved = Slug.isSlug(ref) ? articles.byFormerSlug(ref) : Optional.<PublishedArticle> empty();
        return moved.filter(article -> article.isOn(place.site)).<RuntimeException> map(article -> {
            metadata.cacheTag(CacheTag.article(article.id()));
            return isShown(article, place) ? MovedPermanently.to(address.apply(article.slug())) : notForPartners();
        }).orElseGet(() -> new Problem(ProblemType.NOT_FOUND, "No article is at this address." + didYouMean(place)));
    }

    private String didYouMean(Place place) {
        return SlugSuggestion.didYouMean(SlugSuggestion.spelledAsSlug(place.ref)
                .flatMap(slug -> articles.bySlug(slug, false)).filter(article -> isShown(article, place))
                .map(PublishedArticle::slug));
    }

    private Problem gone(WithdrawnArticles.Tombstone article) {
        metadata.cacheTag(CacheTag.article(article.id()));
        var problem = new Problem(ProblemType.WITHDRAWN, "The article has been withdrawn.").with("slug", article.slug())
                .with("withdrawnAt", zone.format(article.withdrawnAt()));
        article.notice().ifPresent(notice -> problem.with("notice", notice));
        return problem;
    }

    /** Where an article is looked for, and for whom. */
    private record Place(Site site, String ref, boolean isForPartners) {
    }
}
