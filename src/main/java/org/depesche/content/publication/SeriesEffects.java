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
 * Says which collections hear of an article's change. In a series the parts after one that comes or goes are counted anew, so
 * those articles change with it.
 */
@ApplicationScoped
class SeriesEffects {

    private final CollectionMemberships collections;
    private final PublishedArticleWriter writer;

    SeriesEffects(CollectionMemberships collections, PublishedArticleWriter writer) {
        this.collections = collections;
        this.writer = writer;
    }

    /** The same events with that; what they change beside their own articles is written. */
    List<ArticleEvent> withEffects(List<ArticleEvent> events) {
        var memberships = collections.memberships(events.stream().map(ArticleEvent::id).toList());
        if (memberships.isEmpty()) {
            return events;
        }
        var following = new HashSet<UUID>();
        events.stream().filter(ArticleEvent::changesVisibility)
                .map(event -> memberships.getOrDefault(event.id(), ArticleMemberships.NONE))
                .forEach(membership -> following.addAll(membership.following()));
        var shifted = writer.markChanged(following, events.get(0).at());
        return events.stream()
                .map(event -> withEffects(event, memberships.getOrDefault(event.id(), ArticleMemberships.NONE), shifted))
                .toList();
    }

    private static ArticleEvent withEffects(ArticleEvent event, ArticleMemberships membership, Set<UUID> shifted) {
        var others = new HashSet<UUID>(event.changesVisibility() ? membership.following() : Set.of());
        others.retainAll(shifted);
        return event.withCollections(membership.collections()).withAffected(others);
    }
}
