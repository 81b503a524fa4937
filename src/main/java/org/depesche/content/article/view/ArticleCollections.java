package org.depesche.content.article.view;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.depesche.content.site.Site;

/** What articles have to know of the lists that the desk fills by hand; the room that has these plugs in here. */
public interface ArticleCollections {

    /**
     * What the member {@code collections} of each shows, in two statements at most; an article that stands in none is absent.
     */
    Map<UUID, List<CollectionMembership>> viewsByArticle(Site site, Collection<UUID> articles);

    /** The one that has this slug on the site, or once had it. */
    Optional<CollectionRef> bySlug(Site site, String slug);

    /** All that these collections list, public or not. */
    Set<UUID> articlesIn(Collection<UUID> collections);

    /** The one that had this slug last and is there no longer. */
    Optional<UUID> deletedBySlug(Site site, String slug);

    /** One that an article stands in, as the article shows it. */
    record CollectionMembership(UUID collection, Article.CollectionView view) {
    }

    /** A collection by its present slug. */
    record CollectionRef(UUID id, String slug) {
    }
}
