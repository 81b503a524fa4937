package org.depesche.content.article.view;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.depesche.content.site.Site;

/** The collections of articles. The collection package implements this interface. */
public interface ArticleCollections {

    /** Returns the collections that each article shows, in at most two statements. An article without collections is absent. */
    Map<UUID, List<CollectionMembership>> viewsByArticle(Site site, Collection<UUID> articles);

    /** Returns the collection that has or had this slug on the site. */
    Optional<CollectionRef> bySlug(Site site, String slug);

    /** Returns the slug of the collection that an unknown reference probably means, for the question "Did you mean …?". */
    Optional<String> meant(Site site, String ref);

    /** Returns the articles of collections, public or not. */
    Set<UUID> articlesIn(Collection<UUID> collections);

    /** Returns the id of the deleted collection that had this slug last. */
    Optional<UUID> deletedBySlug(Site site, String slug);

    /** A collection that lists an article, as the article shows it. */
    record CollectionMembership(UUID collection, Article.CollectionView view) {
    }

    /** A collection and its current slug. */
    record CollectionRef(UUID id, String slug) {
    }
}
