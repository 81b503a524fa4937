package org.depesche.content.publication;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.content.image.Images;
import org.depesche.content.image.LeadImageMoves;
import org.depesche.content.listing.KeysetPosition;
import org.depesche.content.listing.ListEntry;
import org.depesche.content.listing.ListFilter;
import org.depesche.content.listing.ListHit;
import org.depesche.content.listing.ListKey;
import org.depesche.content.listing.ListKind;
import org.depesche.content.listing.ListOrder;
import org.depesche.content.listing.ListWriter;
import org.depesche.content.listing.PublishedListReader;
import org.depesche.content.projection.ArticleListKeys;
import org.depesche.content.projection.PublishedArticle;
import org.depesche.content.projection.PublishedArticles;
import org.depesche.content.site.Site;
import org.depesche.content.site.Sites;

/** Moves articles between the lists with and without a lead image when the rights of the image expire or are extended. */
@ApplicationScoped
class LeadImageLists implements LeadImageMoves {

    private final PublishedListReader reader;
    private final PublishedArticles articles;
    private final ArticleListKeys lists;
    private final ListWriter writer;
    private final Images images;
    private final Sites sites;

    LeadImageLists(PublishedListReader reader, PublishedArticles articles, ArticleListKeys lists, ListWriter writer,
            Images images, Sites sites) {
        this.reader = reader;
        this.articles = articles;
        this.lists = lists;
        this.writer = writer;
        this.images = images;
        this.sites = sites;
    }

    /** Moves the next articles. The caller's transaction must exclude publications. */
    @Override
    public Step move(UUID image, Optional<Position> after, int max) {
        var moved = 0;
        var left = max;
        for (var site : sites.all().stream().map(Site::id).sorted(Comparator.comparing(UUID::toString)).toList()) {
            var first = after.map(Position::site).orElse(site);
            if (site.toString().compareTo(first.toString()) < 0) {
                continue;
            }
            var hits = users(image, site, after.filter(position -> position.site().equals(site)), left);
            moved += move(articles.lockByIds(hits.stream().map(ListHit::article).toList()).values().stream()
                    .filter(article -> article.leadImage().filter(image::equals).isPresent()).toList());
            left -= hits.size();
            if (left == 0) {
                var last = hits.get(hits.size() - 1);
                return new Step(moved, Optional.of(new Position(site, last.publishedAt(), last.article())));
            }
        }
        return new Step(moved, Optional.empty());
    }

    private List<ListHit> users(UUID image, UUID site, Optional<Position> after, int max) {
        return reader.page(ListFilter.of(ListKey.of(site, ListKind.IMAGE, image)), ListOrder.NEWEST,
                after.map(position -> new KeysetPosition(position.publishedAt(), position.article())).orElse(null), max);
    }

    /**
     * Moves those of some articles that are still to be moved, in the transaction of a publication: it replaces entries that
     * it takes to be where the next publication would put them.
     */
    void moveArticles(Collection<PublishedArticle> published) {
        var moving = images.movingBetweenLists(published.stream().flatMap(article -> article.leadImage().stream())
                .collect(Collectors.toSet()));
        if (!moving.isEmpty()) {
            move(articles.lockByIds(published.stream().filter(article -> article.leadImage().filter(moving::contains)
                    .isPresent()).map(PublishedArticle::id).toList()).values());
        }
    }

    private int move(Collection<PublishedArticle> led) {
        var entries = lists.entriesByLeadImage(led);
        return writer.reconcile(entries.stream().flatMap(LeadImageLists::ofEitherValue).toList(), entries).size();
    }

    private static Stream<ListEntry> ofEitherValue(ListEntry entry) {
        return Stream.of(true, false).map(hasImage -> new ListEntry(
                ListKey.of(entry.list().site(), ListKind.HAS_IMAGE, hasImage), entry.publishedAt(), entry.article(),
                entry.updatedAt()));
    }
}
