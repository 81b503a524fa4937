package org.depesche.content.projection;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Something the public will see of an article: fired inside the transaction that makes it true.
 *
 * @param before what was public, absent when nothing was
 * @param after what is public from now on; for what left the public, what was
 * @param changed names of the members that differ, for updates
 * @param collections it stands in
 * @param shifted other public articles whose answers it changes: parts of its series, other language versions
 */
public record ArticleEvent(Kind kind, UUID id, Instant at, @Nullable PublicState before, PublicState after,
        List<String> changed, Set<UUID> collections, Set<UUID> affected) {

    public ArticleEvent {
        collections = Set.copyOf(collections);
        affected = Set.copyOf(affected);
    }

    public ArticleEvent(Kind kind, UUID id, Instant at, @Nullable PublicState before, PublicState after, List<String> changed) {
        this(kind, id, at, before, after, changed, Set.of(), Set.of());
    }

    public ArticleEvent withCollections(Set<UUID> in) {
        return new ArticleEvent(kind, id, at, before, after, changed, in, affected);
    }

    public ArticleEvent withAffected(Set<UUID> others) {
        return new ArticleEvent(kind, id, at, before, after, changed, collections,
                Stream.concat(affected.stream(), others.stream()).collect(Collectors.toSet()));
    }

    /** Whether it is public now where it was not, or no longer where it was. */
    public boolean changesVisibility() {
        var isRevision = kind == Kind.UPDATED || kind == Kind.CORRECTED;
        return !isRevision || before == null || !before.sites().equals(after.sites());
    }

    /** What happened, as the change log names it. */
    public enum Kind {
        PUBLISHED("article.published"),
        UPDATED("article.updated"),
        CORRECTED("article.corrected"),
        UNPUBLISHED("article.unpublished"),
        WITHDRAWN("article.withdrawn"),
        /** For followers it is not there any more; of what it said nothing may be told. */
        ERASED("article.unpublished"),
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
    public record PublicState(String slug, @Nullable URI url, List<String> sites, String category, Set<UUID> categories,
            Set<UUID> tags, Set<UUID> authors, Set<UUID> images) {
    }

    /** All events of one transaction step, in the order of the log to come. */
    public record Batch(List<ArticleEvent> events) {
        public Batch {
            events = List.copyOf(events);
        }
    }
}
