package org.depesche.content.publication;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.content.projection.PublishedArticle;
import org.depesche.content.projection.PublishedArticles;
import org.depesche.content.taxonomy.TaxonomyLock;

/**
 * Reads and locks public articles before a change. First it moves the list entries that an unfinished merge or an expired lead
 * image has not moved yet, so that the entries correspond to the current categories, tags, authors and images.
 */
@ApplicationScoped
class LockedArticles {

    private final PublishedArticles articles;
    private final TaxonomyLock taxonomyLock;
    private final MergeListMover merges;
    private final LeadImageLists leadImages;

    LockedArticles(PublishedArticles articles, TaxonomyLock taxonomyLock, MergeListMover merges, LeadImageLists leadImages) {
        this.articles = articles;
        this.taxonomyLock = taxonomyLock;
        this.merges = merges;
        this.leadImages = leadImages;
    }

    /** Returns those of the articles that are public. */
    Map<UUID, PublishedArticle> readForChange(Collection<UUID> ids) {
        taxonomyLock.lockShared();
        merges.moveArticles(ids);
        var found = articles.byIds(ids, true);
        leadImages.moveArticles(found.values());
        return found;
    }
}
