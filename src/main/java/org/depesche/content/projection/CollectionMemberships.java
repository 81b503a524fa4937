package org.depesche.content.projection;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The collections that list articles, as publishing needs to know them. The collection room implements it. */
public interface CollectionMemberships {

    /** The memberships of each article, up to the very last commit; an article that no collection lists is absent. */
    Map<UUID, ArticleMemberships> memberships(Collection<UUID> articles);

    /**
     * The collections of one article.
     *
     * @param collections all that list it
     * @param following articles after it in a series: their part depends on whether this one is public
     */
    record ArticleMemberships(Set<UUID> collections, Set<UUID> following) {

        public static final ArticleMemberships NONE = new ArticleMemberships(Set.of(), Set.of());

        public ArticleMemberships {
            collections = Set.copyOf(collections);
            following = Set.copyOf(following);
        }
    }
}
