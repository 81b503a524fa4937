package org.depesche.delivery.feed;

import java.time.Instant;
import java.time.YearMonth;
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
 */
record FeedPage(List<UUID> articles, @Nullable Start older, @Nullable Instant monthStart, Set<CacheTag> cacheTags) {

    FeedPage {
        articles = List.copyOf(articles);
        cacheTags = Set.copyOf(cacheTags);
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
