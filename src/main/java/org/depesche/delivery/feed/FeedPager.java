package org.depesche.delivery.feed;

import java.time.Instant;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.content.article.ArticleFilters.ArticleFilter;
import org.depesche.content.listing.KeysetPosition;
import org.depesche.content.listing.ListHit;
import org.depesche.content.listing.ListOrder;
import org.depesche.content.listing.PublishedListReader;
import org.depesche.delivery.feed.request.FeedConfig;
import org.depesche.delivery.feed.request.FeedParameters;
import org.depesche.kernel.Uuid7;
import org.depesche.platform.http.CacheTag;
import org.depesche.platform.http.PublicationZone;
import org.depesche.platform.http.request.QueryParameters;
import org.depesche.platform.page.Cursor;
import org.depesche.platform.page.Cursor.Direction;
import org.depesche.platform.page.PageQuery;
import org.jspecify.annotations.Nullable;

/**
 * Divides the articles of a feed into documents (RFC 5005). The first one has the newest articles. The others have those of one
 * month, so that what is published now changes no older document. Together they have each article once.
 */
@ApplicationScoped
class FeedPager {

    private static final String BY_DATE = "-publishedAt";
    private static final String BY_POSITION = "position";
    private static final String INVALID_CURSOR = "`cursor` is not one of this feed. Take it from its link to older items: "
            + "`next` or `prev-archive`, and `next_url` in JSON Feed.";
    private static final Instant EARLIEST = Instant.parse("1000-01-01T00:00:00Z");

    private final PublishedListReader lists;
    private final FeedConfig config;
    private final PublicationZone zone;
    private final QueryParameters inputs;

    FeedPager(PublishedListReader lists, FeedConfig config, PublicationZone zone, QueryParameters inputs) {
        this.lists = lists;
        this.config = config;
        this.zone = zone;
        this.inputs = inputs;
    }

    /** A document of the newest articles of a filter, as the request asks for. Errors are thrown as one problem. */
    FeedPage newest(ArticleFilter filter, String key, FeedParameters given) {
        return byDate((selection, after, limit) -> lists.page(selection, ListOrder.NEWEST, after, limit), filter, key, given);
    }

    /** A document of articles by date, as the request asks for. Errors are thrown as one problem. */
    FeedPage byDate(HitSource source, ArticleFilter filter, String key, FeedParameters given) {
        var month = inputs.read(FeedParameters.ARCHIVE, given.archive());
        var after = cursor(given, key).map(FeedPager::position).orElse(null);
        if (month.isEmpty() && given.cursor() != null) {
            inputs.reject(FeedParameters.CURSOR, "`cursor` goes with `archive` alone: take both from the link to older items.");
        }
        inputs.verify();
        return month.map(each -> archive(source, filter, key, each, after)).orElseGet(() -> newest(source, filter, key));
    }

    /** A document of articles in an order of their own. */
    FeedPage inOrder(List<UUID> articles, Set<CacheTag> tags, String key, FeedParameters given) {
        var last = inputs.read(FeedParameters.CURSOR, given.cursor(),
                text -> Cursor.decode(text, BY_POSITION, key).flatMap(LastItem::of), INVALID_CURSOR);
        inputs.verify();
        var start = last.map(item -> item.nextIn(articles)).orElse(0);
        var end = Math.min(articles.size(), start + (start == 0 ? config.maxItems() : config.archiveItems()));
        var older = end < articles.size()
                ? new FeedPage.Start(null, new LastItem(articles.get(end - 1), end - 1).cursor().encode(key))
                : null;
        return new FeedPage(articles.subList(start, end), older, null, tags);
    }

    /** The last item of a document in an order of its own, and its index then: the article may leave the feed meanwhile. */
    private record LastItem(UUID article, int index) {

        static Optional<LastItem> of(Cursor cursor) {
            var key = cursor.key();
            var isValid = key.size() == 2 && key.get(1).matches("\\d{1,9}");
            return isValid ? Uuid7.parse(key.get(0)).map(article -> new LastItem(article, Integer.parseInt(key.get(1))))
                    : Optional.empty();
        }

        Cursor cursor() {
            return new Cursor(Direction.NEXT, BY_POSITION, List.of(article.toString(), Integer.toString(index)));
        }

        int nextIn(List<UUID> articles) {
            var found = articles.indexOf(article);
            return found < 0 ? Math.min(index, articles.size()) : found + 1;
        }
    }

    private FeedPage newest(HitSource source, ArticleFilter filter, String key) {
        var hits = source.page(filter.selection(), null, config.minItems() + 1);
        if (hits.size() > config.minItems() && isRecent(hits, config.minItems())) {
            hits = source.page(filter.selection(), null, config.maxItems() + 1);
        }
        var size = Math.min(hits.size(), config.minItems());
        while (size < Math.min(hits.size(), config.maxItems()) && isRecent(hits, size)) {
            size++;
        }
        return new FeedPage(ids(hits.subList(0, size)), older(hits, size, key), null, filter.cacheTags());
    }

    /** Compared with the newest article and not with the clock, so that a feed changes only with its data. */
    private boolean isRecent(List<ListHit> hits, int index) {
        return hits.get(index).publishedAt().isAfter(hits.get(0).publishedAt().minus(config.window()));
    }

    private FeedPage archive(HitSource source, ArticleFilter filter, String key, YearMonth month,
            @Nullable KeysetPosition after) {
        var start = month.atDay(1).atStartOfDay(zone.zone()).toInstant();
        var end = month.plusMonths(1).atDay(1).atStartOfDay(zone.zone()).toInstant();
        var hits = source.page(filter.selection().within(start, end), after, config.archiveItems() + 1);
        var size = Math.min(hits.size(), config.archiveItems());
        if (size < hits.size()) {
            return new FeedPage(ids(hits.subList(0, size)), older(hits, size, key), start, tags(filter, month, month));
        }
        var before = source.page(filter.selection().within(EARLIEST, start), null, 1).stream().findFirst().map(this::month);
        return new FeedPage(ids(hits), before.map(each -> new FeedPage.Start(each, null)).orElse(null), start,
                tags(filter, month, before.orElse(null)));
    }

    /** Where the months cannot be named, the page has the tags of the whole list beside that of its month. */
    private static Set<CacheTag> tags(ArticleFilter filter, YearMonth month, @Nullable YearMonth older) {
        var tags = new HashSet<>(FeedPage.monthTags(month, older).orElseGet(filter::listTags));
        tags.add(CacheTag.listOfMonth(month));
        tags.addAll(filter.tagsOfOtherChanges());
        return tags;
    }

    private FeedPage.@Nullable Start older(List<ListHit> hits, int size, String key) {
        if (size == 0 || size >= hits.size()) {
            return null;
        }
        var last = hits.get(size - 1);
        var month = month(hits.get(size));
        return new FeedPage.Start(month, month.equals(month(last)) ? new Cursor(Direction.NEXT, BY_DATE,
                List.of(last.publishedAt().toString(), last.article().toString())).encode(key) : null);
    }

    private YearMonth month(ListHit hit) {
        return YearMonth.from(hit.publishedAt().atZone(zone.zone()));
    }

    private Optional<Cursor> cursor(FeedParameters given, String key) {
        return inputs.read(FeedParameters.CURSOR, given.cursor(), text -> Cursor.decode(text, BY_DATE, key), INVALID_CURSOR);
    }

    private static KeysetPosition position(Cursor cursor) {
        var page = new PageQuery(1, BY_DATE, "", cursor);
        return new KeysetPosition(page.key(0, PageQuery::keyTime), page.key(1, id -> Uuid7.parse(id).orElseThrow()));
    }

    private static List<UUID> ids(List<ListHit> hits) {
        return hits.stream().map(ListHit::article).toList();
    }
}
