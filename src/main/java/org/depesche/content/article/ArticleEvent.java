package org.depesche.content.article;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Something the public will see of an article: fired inside the transaction that makes it true.
 *
 * @param before what was public, absent when nothing was
 * @param after what is public from now on; for what left the public, what was
 * @param changed names of the members that differ, for updates
 */
public record ArticleEvent(Kind kind, UUID id, Instant at, @Nullable Footprint before, Footprint after,
        List<String> changed) {

    /** What happened, as the change log names it. */
    public enum Kind {
        PUBLISHED("article.published"),
        UPDATED("article.updated"),
        CORRECTED("article.corrected"),
        UNPUBLISHED("article.unpublished"),
        WITHDRAWN("article.withdrawn"),
        /** For followers a withdrawal; of what it said nothing may be told. */
        ERASED("article.withdrawn"),
        /** The desk picked other articles to stand beside it. */
        RELATED("related.updated");

        private final String type;

        Kind(String type) {
            this.type = type;
        }

        public String type() {
            return type;
        }
    }

    /** Where an article stands: its addresses and every list it is in. */
    public record Footprint(String slug, @Nullable URI url, List<String> sites, String category, Set<UUID> categories,
            Set<UUID> tags, Set<UUID> authors, Set<UUID> images) {
    }

    /** All events of one transaction step, in the order of the log to come. */
    public record Batch(List<ArticleEvent> events) {
        public Batch {
            events = List.copyOf(events);
        }
    }
}
