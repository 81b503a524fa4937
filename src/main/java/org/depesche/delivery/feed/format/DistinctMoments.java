package org.depesche.delivery.feed.format;

import java.time.Instant;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.depesche.platform.http.PublicationZone;

/**
 * When the items of one document were updated, in the words of RFC 3339. No two are equal, as RFC 4287 suggests for entries
 * that are of one time: imported articles often have a date alone. An item that shares its second with another one has
 * milliseconds: its own, or else a number that depends on its identity alone.
 */
final class DistinctMoments {

    private static final int MILLIS = 1_000;

    private final PublicationZone zone;
    private final Map<Instant, Long> itemsBySecond;
    private final Set<String> written = new HashSet<>();

    DistinctMoments(List<FeedItem> items, PublicationZone zone) {
        this.zone = zone;
        this.itemsBySecond = items.stream().collect(Collectors.groupingBy(DistinctMoments::second, Collectors.counting()));
    }

    String updated(FeedItem item) {
        var text = zone.format(item.updatedAt());
        return itemsBySecond.get(second(item)) == 1 ? text : distinct(text, item);
    }

    private String distinct(String text, FeedItem item) {
        var own = item.updatedAt().get(ChronoField.MILLI_OF_SECOND);
        var millis = own == 0 ? Math.floorMod(item.key().uri().hashCode(), MILLIS) : own;
        for (var tries = 1; tries < MILLIS && !written.add(withMillis(text, millis)); tries++) {
            millis = (millis + 1) % MILLIS;
        }
        return withMillis(text, millis);
    }

    /** The seconds end at the 19th character. */
    private static String withMillis(String text, int millis) {
        return "%s.%03d%s".formatted(text.substring(0, 19), millis, text.substring(19));
    }

    private static Instant second(FeedItem item) {
        return item.updatedAt().truncatedTo(ChronoUnit.SECONDS);
    }
}
