package org.depesche.content.article;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.content.article.ArticleCollections.Membership;

/**
 * Says which collections hear of an article's change. In a series the parts after one that comes or goes are counted anew, so
 * those articles change with it.
 */
@ApplicationScoped
class CollectedArticles {

    private final ArticleCollections collections;
    private final PublicationWriter writer;

    CollectedArticles(ArticleCollections collections, PublicationWriter writer) {
        this.collections = collections;
        this.writer = writer;
    }

    /** The same events with that; what they change beside their own articles is written. */
    List<ArticleEvent> told(List<ArticleEvent> events) {
        var memberships = collections.memberships(events.stream().map(ArticleEvent::id).toList());
        if (memberships.isEmpty()) {
            return events;
        }
        var following = new HashSet<UUID>();
        events.stream().filter(ArticleEvent::comesOrGoes).map(event -> memberships.getOrDefault(event.id(), Membership.NONE))
                .forEach(membership -> following.addAll(membership.following()));
        var shifted = writer.touch(following, events.get(0).at());
        return events.stream().map(event -> told(event, memberships.getOrDefault(event.id(), Membership.NONE), shifted))
                .toList();
    }

    private static ArticleEvent told(ArticleEvent event, Membership membership, Set<UUID> shifted) {
        var others = new HashSet<UUID>(event.comesOrGoes() ? membership.following() : Set.of());
        others.retainAll(shifted);
        return event.within(membership.collections()).beside(others);
    }
}
