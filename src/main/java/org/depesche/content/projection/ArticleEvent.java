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
 * A change to what the public sees of an article. The event is fired in the transaction of the change.
 * @param before what was public before; null when nothing was
 * @param after what is public now, or what was public last when the article is no longer public
 * @param changed the names of the changed members, for updates
 * @param collections the collections that list the article
 * @param affected other public articles whose representations change: parts of its series, other language versions
 * @param relisted other language versions that enter or leave lists, because lists show one version of a story
 */
public record ArticleEvent(Kind kind, UUID id, Instant at, @Nullable PublicState before, PublicState after,
        List<String> changed, Set<UUID> collections, Set<UUID> affected, List<PublicState> relisted) {

    public ArticleEvent {
        collections = Set.copyOf(collections);
        affected = Set.copyOf(affected);
        relisted = List.copyOf(relisted);
    }

    public ArticleEvent(Kind kind, UUID id, Instant at, @Nullable PublicState before, PublicState after, List<String> changed) {
        this(kind, id, at, before, after, changed, Set.of(), Set.of(), List.of());
    }

    /** Returns the event with these collections instead of the former ones. */
    public ArticleEvent withCollections(Set<UUID> in) {
        return new ArticleEvent(kind, id, at, before, after, changed, in, affected, relisted);
    }

    /** Returns the event with further affected articles. */
    public ArticleEvent withAffected(Set<UUID> articles) {
        return new ArticleEvent(kind, id, at, before, after, changed, collections,
                Stream.concat(affected.stream(), articles.stream()).collect(Collectors.toSet()), relisted);
    }

    /** Returns the event with these relisted articles instead of the former ones. */
    public ArticleEvent withRelisted(List<PublicState> articles) {
        return new ArticleEvent(kind, id, at, before, after, changed, collections, affected, articles);
    }

    /** Returns whether the article became public, or stopped being public, on any site. */
    public boolean changesVisibility() {
        var isRevision = kind == Kind.UPDATED || kind == Kind.CORRECTED;
        return !isRevision || before == null || !before.sites().equals(after.sites());
    }

    /** The kinds of changes, with their names in the change log. */
    public enum Kind {
        PUBLISHED("article.published"),
        UPDATED("article.updated"),
        CORRECTED("article.corrected"),
        UNPUBLISHED("article.unpublished"),
        WITHDRAWN("article.withdrawn"),
        /** For followers of the log the article is unpublished. The log must contain nothing else of it. */
        ERASED("article.unpublished"),
        /** The desk picked other related articles. */
        RELATED("related.updated");

        private final String type;

        Kind(String type) {
            this.type = type;
        }

        public String type() {
            return type;
        }
    }

    /**
     * The URLs of an article, and the lists that contain it.
     *
     * @param categorySlugs those of {@code categories}, on all its sites
     */
    public record PublicState(String slug, @Nullable URI url, String path, List<String> sites, String category,
            List<String> categorySlugs, Set<UUID> categories, Set<UUID> tags, Set<UUID> authors, Set<UUID> images,
            Instant publishedAt) {
    }

    /** The events of one transaction step, in the order of the change log. */
    public record Batch(List<ArticleEvent> events) {
        public Batch {
            events = List.copyOf(events);
        }
    }
}
