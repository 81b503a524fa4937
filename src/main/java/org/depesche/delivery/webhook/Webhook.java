package org.depesche.delivery.webhook;

import java.net.URI;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import org.depesche.delivery.change.ChangeEntry;
import org.depesche.delivery.change.ChangeFilter;
import org.depesche.kernel.Uuid7;
import org.depesche.platform.http.CacheTag;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * An endpoint and how far it has come.
 *
 * @param sequence the last sequence that the endpoint has received or did not want
 */
record Webhook(UUID id, Target target, Secrets secrets, long sequence, Health health, Instant createdAt) {

    /**
     * What the endpoint wants, and where.
     *
     * @param events types of entries; empty for all
     * @param categories ids of categories with the descendants of each; empty for all
     * @param sites slugs; empty for all
     */
    record Target(URI url, String description, List<String> events, List<UUID> categories, List<String> sites) {

        Target {
            events = List.copyOf(events);
            categories = List.copyOf(categories);
            sites = List.copyOf(sites);
        }
    }

    /** @param former those before, the newest first; each still signs until its end */
    record Secrets(String current, List<Former> former) {

        Secrets {
            former = List.copyOf(former);
        }

        /** A secret that was replaced. */
        record Former(String secret, Instant until) {
        }

        /** The secrets that sign at this moment, the current one first. */
        List<String> at(Instant now) {
            return Stream.concat(Stream.of(current), valid(now).stream().map(Former::secret)).toList();
        }

        /** The former secrets that still sign. */
        List<Former> valid(Instant now) {
            return former.stream().filter(one -> one.until.isAfter(now)).toList();
        }

        /** A new secret takes the place of the current one, which signs until its end, as those before it do. */
        Secrets replacedBy(String next, Instant until, Instant now) {
            return new Secrets(next, Stream.concat(Stream.of(new Former(current, until)), valid(now).stream()).toList());
        }

        /** Without the oldest former secrets, as far as there are too many. */
        Secrets withNewestFormer(int max) {
            return new Secrets(current, former.stream().limit(Math.max(max, 0)).toList());
        }

        /** When the last of the former secrets ends. */
        Optional<Instant> formerUntil() {
            return former.stream().map(Former::until).max(Comparator.naturalOrder());
        }
    }

    /** Since when the endpoint fails, when it is tried again, and whether it was given up. */
    record Health(int failures, @Nullable Instant failingSince, @Nullable Instant nextAttemptAt, @Nullable Instant disabledAt,
            @Nullable String disabledReason) {

        static final Health GOOD = new Health(0, null, null, null, null);

        State state() {
            return disabledAt != null ? State.DISABLED : failures > 0 ? State.FAILING : State.ACTIVE;
        }
    }

    /** Whether an endpoint is served. */
    public enum State {
        ACTIVE,
        FAILING,
        DISABLED;

        /** The name in the API. */
        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    boolean isDue(Instant now) {
        return health.disabledAt == null && (health.nextAttemptAt == null || !health.nextAttemptAt.isAfter(now));
    }

    /** The id of a message stays the same over all attempts, so that a receiver can recognize a repetition. */
    String messageId(long entry) {
        return "msg_" + Uuid7.compact(id) + "_" + entry;
    }

    /** The entry as this endpoint shall see it; empty if it does not want the entry. */
    Optional<ChangeEntry> wanted(ChangeEntry entry) {
        var types = Set.copyOf(target.events);
        var seen = target.sites.isEmpty() ? new ChangeFilter(types, "").apply(entry)
                : target.sites.stream().flatMap(site -> new ChangeFilter(types, site).apply(entry).stream())
                        .min(Comparator.comparing(one -> !one.type().equals(entry.type())));
        return seen.filter(this::isInCategories);
    }

    /** An entry has the tags of the lists that it concerns, before and after the change, and those of all ancestors. */
    private boolean isInCategories(ChangeEntry entry) {
        return target.categories.isEmpty() || target.categories.stream().anyMatch(category -> entry.id().equals(category)
                || entry.cacheTags().contains(CacheTag.listOfCategory(category)));
    }
}
