package org.depesche.content.collection;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.depesche.content.site.Site;
import org.jspecify.annotations.Nullable;

/** Finds collections and their articles for other packages that show them. */
@ApplicationScoped
@Transactional
public class CollectionLookup {

    private final CollectionRepository rows;
    private final CollectionArticleRepository members;

    CollectionLookup(CollectionRepository rows, CollectionArticleRepository members) {
        this.rows = rows;
        this.members = members;
    }

    /** Finds a collection by id, slug or former slug. The caller can compare the slugs. */
    public Optional<NamedCollection> find(Site site, String ref) {
        return rows.find(site.id(), ref).map(found -> new NamedCollection(found.id(), found.slug(), found.name(),
                found.description()));
    }

    /** Returns the id of the deleted collection that had this slug last. */
    public Optional<UUID> deletedId(Site site, String slug) {
        return rows.deletedId(site.id(), slug);
    }

    /** Returns the articles in the desk's order, public or not. */
    public List<UUID> articles(UUID collection) {
        return members.articleIds(collection);
    }

    /** A collection without its articles. */
    public record NamedCollection(UUID id, String slug, String name, @Nullable String description) {
    }
}
