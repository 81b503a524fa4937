package org.depesche.content.article;

import java.util.Optional;
import java.util.function.UnaryOperator;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.content.site.Site;
import org.depesche.kernel.Slug;
import org.depesche.kernel.Uuid7;
import org.depesche.platform.http.LogPosition;
import org.depesche.platform.http.Moved;
import org.depesche.platform.http.Provenance;
import org.depesche.platform.http.PublicationZone;
import org.depesche.platform.problem.Problem;
import org.depesche.platform.problem.ProblemType;

/** Finds the article that a path names, and says it when that one moved, was withdrawn or is not there. */
@ApplicationScoped
class ArticleFinder {

    private final FirstArticle firsts;
    private final PublishedArticles articles;
    private final WithdrawnArticles withdrawn;
    private final LogPosition positions;
    private final Provenance provenance;
    private final PublicationZone zone;

    ArticleFinder(FirstArticle firsts, PublishedArticles articles, WithdrawnArticles withdrawn, LogPosition positions,
            Provenance provenance,
            PublicationZone zone) {
        this.firsts = firsts;
        this.articles = articles;
        this.withdrawn = withdrawn;
        this.positions = positions;
        this.provenance = provenance;
        this.zone = zone;
    }

    /** By id or slug, as the first of a transaction. */
    Optional<FoundArticle> first(String ref, boolean withBody) {
        var id = Uuid7.parse(ref);
        if (id.isPresent()) {
            return firsts.find(id.get(), withBody);
        }
        if (Slug.isSlug(ref)) {
            return firsts.find(ref, withBody);
        }
        positions.now();
        return Optional.empty();
    }

    /**
     * What was found, if the site has it.
     *
     * @param address makes the path of this very request for another slug
     */
    FoundArticle required(Site site, String ref, Optional<FoundArticle> first, UnaryOperator<String> address) {
        var found = first.filter(one -> one.article().isOn(site));
        found.ifPresent(one -> provenance.tag(CacheTags.article(one.article().id())));
        return found.orElseThrow(() -> absent(site, ref, address));
    }

    private RuntimeException absent(Site site, String ref, UnaryOperator<String> address) {
        var gone = withdrawn.find(ref).filter(article -> article.sites().contains(site.slug()));
        if (gone.isPresent()) {
            return gone(gone.get());
        }
        var moved = Slug.isSlug(ref) ? articles.present(ref) : Optional.<PublishedArticle> empty();
        return moved.filter(article -> article.isOn(site)).<RuntimeException> map(article -> {
            provenance.tag(CacheTags.article(article.id()));
            return Moved.to(address.apply(article.slug()));
        }).orElseGet(() -> new Problem(ProblemType.NOT_FOUND, "No article is at this address."));
    }

    private Problem gone(WithdrawnArticles.Withdrawn article) {
        provenance.tag(CacheTags.article(article.id()));
        var problem = new Problem(ProblemType.WITHDRAWN, "The article has been withdrawn.").with("slug", article.slug())
                .with("withdrawnAt", zone.text(article.withdrawnAt()));
        article.notice().ifPresent(notice -> problem.with("notice", notice));
        return problem;
    }
}
