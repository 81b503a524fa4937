package org.depesche.delivery.feed.sitemap;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.inject.Singleton;

import org.depesche.content.article.Articles;
import org.depesche.content.article.Articles.ArticleAddress;
import org.depesche.content.listing.KeysetPosition;
import org.depesche.content.listing.ListFilter;
import org.depesche.content.listing.ListHit;
import org.depesche.content.listing.ListKey;
import org.depesche.content.listing.ListKind;
import org.depesche.content.listing.ListOrder;
import org.depesche.content.listing.PublishedListReader;
import org.depesche.content.site.Site;
import org.depesche.platform.http.CacheTag;
import org.depesche.platform.http.ChangeLogPositionTracker;
import org.depesche.platform.http.cache.ResponseCache;
import org.jspecify.annotations.Nullable;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/**
 * Reads the articles of a month that search engines may list. Whether a part of a month has any is remembered until an article
 * of the month changes, because the index asks it of all months, and of these nearly always only the present one changes.
 */
@Singleton
class MonthArticles {

    /** How many articles are in memory at a time. */
    private static final int CHUNK = 1_000;
    /** How many articles are read at first to find one: nearly always the first one is listed. */
    private static final int FIRST_CHUNK = 10;

    private final Articles articles;
    private final PublishedListReader lists;
    private final ChangeLogPositionTracker positions;
    private final ResponseCache changes;
    private final SitemapConfig config;
    private final Cache<Part, Found> cache;

    MonthArticles(Articles articles, PublishedListReader lists, ChangeLogPositionTracker positions, ResponseCache changes,
            SitemapConfig config) {
        this.articles = articles;
        this.lists = lists;
        this.positions = positions;
        this.changes = changes;
        this.config = config;
        this.cache = Caffeine.newBuilder().maximumSize(config.rememberedParts()).build();
    }

    private record Part(UUID site, String month, int part) {
    }

    /** @param sequence the position of the change log at which it was read */
    private record Found(boolean isListed, long sequence) {
    }

    static CacheTag tag(String month) {
        return CacheTag.listOfMonth(YearMonth.parse(month));
    }

    /** The articles of a part of a month, the oldest first. */
    List<ArticleAddress> of(Site site, String month, int part) {
        var key = ListKey.of(site.id(), ListKind.MONTH, month);
        var found = new ArrayList<ArticleAddress>();
        var read = 0L;
        for (var hits = next(key, null, CHUNK); !hits.isEmpty() && read < end(part); hits = next(key, last(hits), CHUNK)) {
            found.addAll(addresses(site, part, hits, read));
            read += hits.size();
        }
        return found;
    }

    /** Whether {@link #of} returns anything. */
    boolean isListed(Site site, String month, int part) {
        var position = positions.confirmed().sequence();
        var key = new Part(site.id(), month, part);
        var known = cache.getIfPresent(key);
        if (known != null && (known.sequence == position
                || changes.isUnchanged(Set.of(tag(month)), known.sequence, position))) {
            return known.isListed;
        }
        var isListed = findAny(site, month, part);
        cache.put(key, new Found(isListed, position));
        return isListed;
    }

    private boolean findAny(Site site, String month, int part) {
        var key = ListKey.of(site.id(), ListKind.MONTH, month);
        var read = 0L;
        for (var hits = next(key, null, FIRST_CHUNK); !hits.isEmpty() && read < end(part); hits = next(key, last(hits),
                CHUNK)) {
            if (!addresses(site, part, hits, read).isEmpty()) {
                return true;
            }
            read += hits.size();
        }
        return false;
    }

    private long end(int part) {
        return (long) part * config.urls();
    }

    private List<ArticleAddress> addresses(Site site, int part, List<ListHit> hits, long before) {
        var ids = ofPart(part, config.urls(), hits, before).map(ListHit::article).toList();
        return ids.isEmpty() ? List.of() : articles.addresses(site, ids);
    }

    /**
     * Of some articles of a month those that a part has. Articles that search engines shall not list count, too, so that no
     * article is in two parts.
     * @param before the number of articles of the month before these
     */
    static <T> Stream<T> ofPart(int part, int urls, List<T> articles, long before) {
        var start = Math.max(0, (part - 1L) * urls - before);
        var end = Math.max(0, (long) part * urls - before);
        return articles.stream().limit(end).skip(start);
    }

    private static ListHit last(List<ListHit> hits) {
        return hits.get(hits.size() - 1);
    }

    private List<ListHit> next(ListKey list, @Nullable ListHit last, int limit) {
        return lists.page(ListFilter.of(list), ListOrder.OLDEST,
                last == null ? null : new KeysetPosition(last.publishedAt(), last.article()), limit);
    }
}
