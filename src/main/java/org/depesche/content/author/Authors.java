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

import org.depesche.content.vocabulary.KnownById;
import org.depesche.content.vocabulary.Merged;
import org.depesche.content.vocabulary.NameRegister;
import org.depesche.content.vocabulary.NameTable;
import org.depesche.content.vocabulary.Vocabulary;
import org.jdbi.v3.core.Jdbi;

/** The door to the authors: read by id from memory, by slug from the database, made by name when new. */
@ApplicationScoped
@Transactional
public class Authors {

    private static final int REMEMBERED = 50_000;

    private final AuthorRepository repository;
    private final NameTable table;
    private final NameRegister register;
    private final Vocabulary vocabulary;
    private final Event<AuthorEvent> events;
    private final Clock clock;
    private final KnownById<Author> known;

    Authors(AuthorRepository repository, Jdbi jdbi, Vocabulary vocabulary, Merged merged, Event<AuthorEvent> events,
            Clock clock) {
        this.repository = repository;
        this.table = new NameTable(jdbi, "author", merged);
        this.register = new NameRegister(table, "author");
        this.vocabulary = vocabulary;
        this.events = events;
        this.clock = clock;
        this.known = new KnownById<>(vocabulary, REMEMBERED, this::read);
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
    public Map<String, UUID> foundOrMade(Collection<String> slugsOrNames) {
        var registered = register.foundOrMade(slugsOrNames, clock.instant().truncatedTo(ChronoUnit.MICROS));
        if (registered.isPastSnapshot()) {
            vocabulary.touch();
        }
        registered.made().forEach(made -> events.fire(AuthorEvent.created(made.id(), made.slug())));
        return registered.ids();
    }

    private Map<UUID, Author> read(Set<UUID> ids) {
        var authors = new HashMap<UUID, Author>();
        repository.byIds(ids, vocabulary.isTouched()).forEach(author -> authors.put(author.id(), author.author()));
        return authors;
    }
}
