package org.depesche.content.image;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.depesche.content.taxonomy.cache.EntityCache;
import org.depesche.content.taxonomy.cache.TaxonomyVersion;

/** Reads images by id, from a cache where possible. */
@ApplicationScoped
@Transactional
public class Images {

    private static final int CACHE_SIZE = 20_000;

    private final ImageRepository repository;
    private final TaxonomyVersion taxonomyVersion;
    private final EntityCache<Image> cache;

    Images(ImageRepository repository, TaxonomyVersion taxonomyVersion) {
        this.repository = repository;
        this.taxonomyVersion = taxonomyVersion;
        this.cache = new EntityCache<>(taxonomyVersion, CACHE_SIZE, this::read);
    }

    /** Returns the existing images. Reads missing ones with one statement. */
    public Map<UUID, Image> byIds(Collection<UUID> ids) {
        return cache.byIds(ids);
    }

    /** Returns one image. */
    public Optional<Image> byId(UUID id) {
        return Optional.ofNullable(byIds(List.of(id)).get(id));
    }

    /**
     * Returns those of the images that lists count as expired: their rights have expired, and the change log has an entry for
     * it. The answer never comes from a cache, so that a publication writes what its transaction sees.
     */
    public Set<UUID> expiredInLists(Set<UUID> ids) {
        return ids.isEmpty() ? Set.of() : repository.expiredInLists(ids);
    }

    /** Returns those of the images whose articles are still being moved between the lists with and without a lead image. */
    public Set<UUID> movingBetweenLists(Set<UUID> ids) {
        return ids.isEmpty() ? Set.of() : repository.movingBetweenLists(ids);
    }

    private Map<UUID, Image> read(Set<UUID> ids) {
        return repository.byIds(ids, taxonomyVersion.isMarkedChanged());
    }
}
