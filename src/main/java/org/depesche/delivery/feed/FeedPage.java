package org.depesche.delivery.feed;

import java.time.Instant;
import java.time.YearMonth;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.depesche.platform.http.CacheTag;
import org.jspecify.annotations.Nullable;

/**
 * The articles of one document of a feed.
 * @param older where the next document begins; null at the end
 * @param monthStart the beginning of the month that an archive has; null on other pages
 * @param cacheTags the tags of the lists from which the articles were taken
 * @param candidates the only articles that the feed may have, public or not; null where its filter alone decides
 */
record FeedPage(List<UUID> articles, @Nullable Start older, @Nullable Instant monthStart, Set<CacheTag> cacheTags,
        @Nullable Set<UUID> candidates) {

    FeedPage {
        articles = List.copyOf(articles);
        cacheTags = Set.copyOf(cacheTags);
        candidates = candidates == null ? null : Set.copyOf(candidates);
    }

    /** A page of articles that were found by a filter. */
    FeedPage(List<UUID> articles, @Nullable Start older, @Nullable Instant monthStart, Set<CacheTag> cacheTags) {
        this(articles, older, monthStart, cacheTags, null);
    }

    /** The same page of a feed that may have only these articles. */
    FeedPage among(Collection<UUID> listed) {
        return new FeedPage(articles, older, monthStart, cacheTags, Set.copyOf(listed));
    }

    boolean mayHave(UUID article) {
        return candidates == null || candidates.contains(article);
    }

    boolean isArchive() {
        return monthStart != null;
    }

    /**
     * The start of a document with older articles.
     * @param month the month of the articles; null where they are not listed by date
     * @param cursor the place within the month; null at its end
     */
    record Start(@Nullable YearMonth month, @Nullable String cursor) {
    }

    /**
     * The tags of a page of one month. They include the months without articles before the next one, because an article that
     * is published there changes the link.
     */
    static Set<CacheTag> monthTags(YearMonth month, @Nullable YearMonth older) {
        var tags = new LinkedHashSet<CacheTag>();
        for (var each = month; older != null && each.isAfter(older) && tags.size() < 24; each = each.minusMonths(1)) {
            tags.add(CacheTag.listOfMonth(each));
        }
        tags.add(CacheTag.listOfMonth(month));
        if (older != null) {
            tags.add(CacheTag.listOfMonth(older));
        }
        return tags;
    }
}
