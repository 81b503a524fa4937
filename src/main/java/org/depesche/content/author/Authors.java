package org.depesche.content.author;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import org.depesche.content.taxonomy.TaxonomyLookup;

/** Finds authors: by id from a cache, by slug from the database. Creates new authors by name. */
@ApplicationScoped
@Transactional
public class Authors {

    private final TaxonomyLookup<Author> lookup;
    private final Event<AuthorEvent> events;

    Authors(AuthorRepository repository, TaxonomyLookup.Factory lookups, Event<AuthorEvent> events) {
        this.lookup = lookups.forKind("author", (ids, pastSnapshot) -> repository.byIds(ids, pastSnapshot).stream()
                .map(AuthorEntity::author).collect(toMap(Author::id, identity())));
        this.events = events;
    }

    TaxonomyLookup<Author> lookup() {
        return lookup;
    }

    /** Returns those that exist, with one statement at most. */
    public Map<UUID, Author> byIds(Collection<UUID> ids) {
        return lookup.byIds(ids);
    }

    public Optional<Author> byId(UUID id) {
        return lookup.byId(id);
    }

    /** Finds an author by a current or former slug. The caller can compare the slugs. */
    public Optional<Author> bySlug(String slug) {
        return Optional.ofNullable(byRefs(List.of(slug)).get(slug));
    }

    /** Finds authors by id, slug or former slug, with two statements at most. Unknown references are absent. */
    public Map<String, Author> byRefs(Collection<String> refs) {
        return lookup.byRefs(refs);
    }

    /** Returns the id of the deleted author that had this slug, unless another author has it now. */
    public Optional<UUID> deletedId(String slug) {
        return lookup.deletedId(slug);
    }

    /** Returns the author that an unknown reference probably means: one whose slug or name has the same words. */
    public Optional<Author> meant(String ref) {
        return lookup.meant(ref);
    }

    /** Finds authors by slug, former slug or name, and creates those that do not exist. */
    @Transactional(TxType.MANDATORY)
    public Map<String, UUID> findOrCreate(Collection<String> slugsOrNames) {
        return lookup.findOrCreate(slugsOrNames,
                created -> events.fire(AuthorEvent.created(created.id(), created.slug())));
    }
}
