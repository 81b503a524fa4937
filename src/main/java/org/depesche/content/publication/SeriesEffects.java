package org.depesche.content.publication;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.content.projection.ArticleEvent;
import org.depesche.content.projection.CollectionMemberships;
import org.depesche.content.projection.CollectionMemberships.ArticleMemberships;
import org.depesche.content.projection.PublishedArticleWriter;

/**
 * Adds to events which collections list the article. When an article of a series is published or removed, the part
 * numbers of later articles change.
 */
@ApplicationScoped
class SeriesEffects {

    private final CollectionMemberships collections;
    private final PublishedArticleWriter writer;

    SeriesEffects(CollectionMemberships collections, PublishedArticleWriter writer) {
        this.collections = collections;
        this.writer = writer;
    }

    /** Adds the collections and the affected articles to events, and marks the affected articles as changed. */
    List<ArticleEvent> withEffects(List<ArticleEvent> events) {
        var memberships = collections.memberships(events.stream().map(ArticleEvent::id).toList());
        if (memberships.isEmpty()) {
            return events;
        }
        var following = new HashSet<UUID>();
        events.stream().filter(ArticleEvent::changesVisibility)
                .map(event -> memberships.getOrDefault(event.id(), ArticleMemberships.NONE))
                .forEach(membership -> following.addAll(membership.following()));
        var marked = writer.markChanged(following, events.get(0).at());
        return events.stream()
                .map(event -> withEffects(event, memberships.getOrDefault(event.id(), ArticleMemberships.NONE), marked))
                .toList();
    }

    private static ArticleEvent withEffects(ArticleEvent event, ArticleMemberships membership, Set<UUID> marked) {
        var affected = new HashSet<UUID>(event.changesVisibility() ? membership.following() : Set.of());
        affected.retainAll(marked);
        return event.withCollections(membership.collections()).withAffected(affected);
    }
}
