package org.depesche.content.author;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

import org.depesche.content.taxonomy.MergeRedirects;
import org.depesche.content.taxonomy.TaxonomyRegistrar;
import org.depesche.content.taxonomy.TaxonomyTable;
import org.depesche.content.taxonomy.cache.EntityCache;
import org.depesche.content.taxonomy.cache.TaxonomyVersion;
import org.jdbi.v3.core.Jdbi;

/** The door to the authors: read by id from memory, by slug from the database, made by name when new. */
@ApplicationScoped
@Transactional
public class Authors {

    private static final int CACHE_SIZE = 50_000;

    private final AuthorRepository repository;
    private final TaxonomyTable table;
    private final TaxonomyRegistrar register;
    private final TaxonomyVersion vocabulary;
    private final Event<AuthorEvent> events;
    private final Clock clock;
    private final EntityCache<Author> known;

    Authors(AuthorRepository repository, Jdbi jdbi, TaxonomyVersion vocabulary, MergeRedirects merged,
            Event<AuthorEvent> events,
            Clock clock) {
        this.repository = repository;
        this.table = new TaxonomyTable(jdbi, "author", merged);
        this.register = new TaxonomyRegistrar(table, "author");
        this.vocabulary = vocabulary;
        this.events = events;
        this.clock = clock;
        this.known = new EntityCache<>(vocabulary, CACHE_SIZE, this::read);
    }

    /** Those that exist, in one statement at most. */
    public Map<UUID, Author> byIds(Collection<UUID> ids) {
        return known.byIds(ids);
    }

    public Optional<Author> byId(UUID id) {
        return Optional.ofNullable(byIds(List.of(id)).get(id));
    }

    /** A former slug finds its author too. */
    public Optional<Author> bySlug(String slug) {
        return Optional.ofNullable(byRefs(List.of(slug)).get(slug));
    }

    /** By ids, slugs and former slugs, under what was asked; unknown ones are missing. Two statements at most. */
    public Map<String, Author> byRefs(Collection<String> refs) {
        var ids = table.byRefs(refs);
        var authors = byIds(new LinkedHashSet<>(ids.values()));
        var found = new HashMap<String, Author>();
        ids.forEach((ref, id) -> {
            if (authors.containsKey(id)) {
                found.put(ref, authors.get(id));
            }
        });
        return found;
    }

    /** The authors that these slugs, former slugs or names stand for; new ones are made and announced. */
    public Map<String, UUID> findOrCreate(Collection<String> slugsOrNames) {
        var registered = register.findOrCreate(slugsOrNames, clock.instant().truncatedTo(ChronoUnit.MICROS));
        if (registered.isPastSnapshot()) {
            vocabulary.markChanged();
        }
        registered.created().forEach(made -> events.fire(AuthorEvent.created(made.id(), made.slug())));
        return registered.ids();
    }

    private Map<UUID, Author> read(Set<UUID> ids) {
        var authors = new HashMap<UUID, Author>();
        repository.byIds(ids, vocabulary.isMarkedChanged()).forEach(author -> authors.put(author.id(), author.author()));
        return authors;
    }
}
