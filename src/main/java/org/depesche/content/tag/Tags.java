package org.depesche.content.tag;

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

/** The door to the tags: read by id from memory, by slug from the database, made by name when new. */
@ApplicationScoped
@Transactional
public class Tags {

    private static final int CACHE_SIZE = 50_000;

    private final TagRepository repository;
    private final TaxonomyTable table;
    private final TaxonomyRegistrar register;
    private final TaxonomyVersion vocabulary;
    private final Event<TagEvent> events;
    private final Clock clock;
    private final EntityCache<Tag> known;

    Tags(TagRepository repository, Jdbi jdbi, TaxonomyVersion vocabulary, MergeRedirects merged, Event<TagEvent> events,
            Clock clock) {
        this.repository = repository;
        this.table = new TaxonomyTable(jdbi, "tag", merged);
        this.register = new TaxonomyRegistrar(table, "tag");
        this.vocabulary = vocabulary;
        this.events = events;
        this.clock = clock;
        this.known = new EntityCache<>(vocabulary, CACHE_SIZE, this::read);
    }

    /** Those that exist, in one statement at most. */
    public Map<UUID, Tag> byIds(Collection<UUID> ids) {
        return known.byIds(ids);
    }

    public Optional<Tag> byId(UUID id) {
        return Optional.ofNullable(byIds(List.of(id)).get(id));
    }

    /** A former slug finds its tag too. */
    public Optional<Tag> bySlug(String slug) {
        return Optional.ofNullable(byRefs(List.of(slug)).get(slug));
    }

    /** By ids, slugs and former slugs, under what was asked; unknown ones are missing. Two statements at most. */
    public Map<String, Tag> byRefs(Collection<String> refs) {
        var ids = table.byRefs(refs);
        var tags = byIds(new LinkedHashSet<>(ids.values()));
        var found = new HashMap<String, Tag>();
        ids.forEach((ref, id) -> {
            if (tags.containsKey(id)) {
                found.put(ref, tags.get(id));
            }
        });
        return found;
    }

    /** The tags that these slugs, former slugs or names stand for; new ones are made and announced. */
    public Map<String, UUID> findOrCreate(Collection<String> slugsOrNames) {
        var registered = register.findOrCreate(slugsOrNames, clock.instant().truncatedTo(ChronoUnit.MICROS));
        if (registered.isPastSnapshot()) {
            vocabulary.markChanged();
        }
        registered.created().forEach(made -> events.fire(TagEvent.created(made.id(), made.slug())));
        return registered.ids();
    }

    private Map<UUID, Tag> read(Set<UUID> ids) {
        var tags = new HashMap<UUID, Tag>();
        repository.byIds(ids, vocabulary.isMarkedChanged()).forEach(tag -> tags.put(tag.id(), tag.tag()));
        return tags;
    }
}
