package org.depesche.content.projection;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Finds the collections that list an article, for publications. The package of collections implements it. */
public interface CollectionMemberships {

    /**
     * Returns the memberships of each article, including those of the latest commit. An article that no collection lists is
     * absent.
     */
    Map<UUID, ArticleMemberships> memberships(Collection<UUID> articles);

    /**
     * The collections of one article.
     * @param collections all collections that list it
     * @param following later articles of the same series, whose part numbers depend on whether this article is public
     */
    record ArticleMemberships(Set<UUID> collections, Set<UUID> following) {

        public static final ArticleMemberships NONE = new ArticleMemberships(Set.of(), Set.of());

        public ArticleMemberships {
            collections = Set.copyOf(collections);
            following = Set.copyOf(following);
        }
    }
}
