package org.depesche.content.tag;

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

/** Finds tags: by id from a cache, by slug from the database. Creates new tags by name. */
@ApplicationScoped
@Transactional
public class Tags {

    private final TaxonomyLookup<Tag> lookup;
    private final Event<TagEvent> events;

    Tags(TagRepository repository, TaxonomyLookup.Factory lookups, Event<TagEvent> events) {
        this.lookup = lookups.forKind("tag", (ids, pastSnapshot) -> repository.byIds(ids, pastSnapshot).stream()
                .map(TagEntity::tag).collect(toMap(Tag::id, identity())));
        this.events = events;
    }

    TaxonomyLookup<Tag> lookup() {
        return lookup;
    }

    /** Returns those that exist, with one statement at most. */
    public Map<UUID, Tag> byIds(Collection<UUID> ids) {
        return lookup.byIds(ids);
    }

    public Optional<Tag> byId(UUID id) {
        return lookup.byId(id);
    }

    /** Finds a tag by a current or former slug. The caller can compare the slugs. */
    public Optional<Tag> bySlug(String slug) {
        return Optional.ofNullable(byRefs(List.of(slug)).get(slug));
    }

    /** Finds tags by id, slug or former slug, with two statements at most. Unknown references are absent. */
    public Map<String, Tag> byRefs(Collection<String> refs) {
        return lookup.byRefs(refs);
    }

    /** Returns the id of the deleted tag that had this slug, unless another tag has it now. */
    public Optional<UUID> deletedId(String slug) {
        return lookup.deletedId(slug);
    }

    /** Returns the tag that an unknown reference probably means: one whose slug or name has the same words. */
    public Optional<Tag> meant(String ref) {
        return lookup.meant(ref);
    }

    /** Finds tags by slug, former slug or name, and creates those that do not exist. */
    @Transactional(TxType.MANDATORY)
    public Map<String, UUID> findOrCreate(Collection<String> slugsOrNames) {
        return lookup.findOrCreate(slugsOrNames,
                created -> events.fire(TagEvent.created(created.id(), created.slug())));
    }
}
