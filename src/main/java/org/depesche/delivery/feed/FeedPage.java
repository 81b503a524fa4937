package org.depesche.delivery.feed;

import java.time.Instant;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

    /** Between a month and the next one with articles. */
    private static final int MAX_MONTHS = 24;

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
     * is published there changes the link. Empty when these are too many to name, or when no older article bounds them.
     */
    static Optional<Set<CacheTag>> monthTags(YearMonth month, @Nullable YearMonth older) {
        if (older == null || older.until(month, ChronoUnit.MONTHS) > MAX_MONTHS) {
            return Optional.empty();
        }
        return Optional.of(Stream.iterate(month, each -> !each.isBefore(older), each -> each.minusMonths(1))
                .map(CacheTag::listOfMonth).collect(Collectors.toSet()));
    }
}
