package org.depesche.content.image;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.depesche.content.taxonomy.cache.EntityCache;
import org.depesche.content.taxonomy.cache.TaxonomyVersion;
import org.depesche.kernel.Uuid7;
import org.jdbi.v3.core.Jdbi;

/** Reads images by id, from a cache where possible. */
@ApplicationScoped
@Transactional
public class Images {

    private static final int CACHE_SIZE = 20_000;

    private final Jdbi jdbi;
    private final ImageRowMapper rows;
    private final TaxonomyVersion taxonomyVersion;
    private final EntityCache<Image> cache;

    Images(Jdbi jdbi, ImageRowMapper rows, TaxonomyVersion taxonomyVersion) {
        this.jdbi = jdbi;
        this.rows = rows;
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

    private Map<UUID, Image> read(Set<UUID> ids) {
        var lock = taxonomyVersion.isMarkedChanged() ? " lock in share mode" : "";
        return jdbi.withHandle(handle -> handle
                .createQuery("select " + ImageRowMapper.COLUMNS + " from image where id in (<ids>)" + lock)
                .bindList("ids", ids.stream().map(Uuid7::bytes).toList())
                .map((row, context) -> rows.read(row))
                .collect(Collectors.toMap(Image::id, Function.identity())));
    }
}
