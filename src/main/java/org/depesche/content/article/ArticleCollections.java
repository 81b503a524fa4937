package org.depesche.content.article;

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
    Map<UUID, List<Standing>> shown(Site site, Collection<UUID> articles);

    /** A join of SQL: {@code listed.article_id} is absent where the article of this id, a column, stands in none. */
    String joined(String id);

    /** The one that has this slug on the site, or once had it. */
    Optional<Found> bySlug(Site site, String slug);

    /** All that these collections list, public or not. */
    Set<UUID> members(Collection<UUID> collections);

    /** The one that had this slug last and is there no longer. */
    Optional<UUID> deleted(Site site, String slug);

    /** Where each stands, up to the very last commit; an article that stands in none is absent. */
    Map<UUID, Membership> memberships(Collection<UUID> articles);

    /** One that an article stands in, as the article shows it. */
    record Standing(UUID collection, Article.CollectionView view) {
    }

    /** A collection by its present slug. */
    record Found(UUID id, String slug) {
    }

    /**
     * Where one article stands.
     *
     * @param collections all that list it
     * @param following articles after it in a series: their part depends on whether this one is public
     */
    record Membership(Set<UUID> collections, Set<UUID> following) {

        public static final Membership NONE = new Membership(Set.of(), Set.of());

        public Membership {
            collections = Set.copyOf(collections);
            following = Set.copyOf(following);
        }
    }
}
