package org.depesche.content.publication;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.depesche.content.image.ImageEvent;
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
import org.depesche.content.site.Sites;

/** Moves articles between the lists with and without a lead image when the rights of the image expire or are extended. */
@ApplicationScoped
class LeadImageLists {

    private static final int BATCH_SIZE = 500;

    private final PublishedListReader reader;
    private final PublishedArticles articles;
    private final ArticleListKeys lists;
    private final ListWriter writer;
    private final Sites sites;

    LeadImageLists(PublishedListReader reader, PublishedArticles articles, ArticleListKeys lists, ListWriter writer,
            Sites sites) {
        this.reader = reader;
        this.articles = articles;
        this.lists = lists;
        this.writer = writer;
        this.sites = sites;
    }

    /** In the transaction of the event, which no publication overlaps. */
    void imageChanged(@Observes ImageEvent event) {
        if (event.isOfExpiry()) {
            sites.all().forEach(site -> move(event.id(), ListKey.of(site.id(), ListKind.IMAGE, event.id())));
        }
    }

    private void move(UUID image, ListKey users) {
        var hits = page(users, Optional.empty());
        while (!hits.isEmpty()) {
            move(articles.lockByIds(hits.stream().map(ListHit::article).toList()).values().stream()
                    .filter(article -> article.leadImage().filter(image::equals).isPresent()).toList());
            var last = hits.get(hits.size() - 1);
            hits = page(users, Optional.of(new KeysetPosition(last.publishedAt(), last.article())));
        }
    }

    private List<ListHit> page(ListKey users, Optional<KeysetPosition> after) {
        return reader.page(ListFilter.of(users), ListOrder.NEWEST, after.orElse(null), BATCH_SIZE);
    }

    private void move(Collection<PublishedArticle> led) {
        var entries = lists.entriesByLeadImage(led);
        writer.reconcile(entries.stream().flatMap(LeadImageLists::ofEitherValue).toList(), entries);
    }

    private static Stream<ListEntry> ofEitherValue(ListEntry entry) {
        return Stream.of(true, false).map(hasImage -> new ListEntry(
                ListKey.of(entry.list().site(), ListKind.HAS_IMAGE, hasImage), entry.publishedAt(), entry.article(),
                entry.updatedAt()));
    }
}
