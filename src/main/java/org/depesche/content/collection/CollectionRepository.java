package org.depesche.content.collection;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.content.image.ImageOverrides;
import org.depesche.content.site.Sites;
import org.depesche.kernel.CollectionType;
import org.depesche.kernel.Slug;
import org.depesche.kernel.SlugSuggestion;
import org.depesche.kernel.Uuid7;
import org.depesche.platform.page.Keyset;
import org.depesche.platform.page.PageQuery;
import org.depesche.platform.page.Slice;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.result.RowView;
import org.jdbi.v3.core.statement.SqlStatement;

/** Stores collections without their articles. SQL, because collections are read together with the projection. */
@ApplicationScoped
public class CollectionRepository {

    static final String SORT = "name";

    private static final String QUERY = "select id, site_id, slug, name, type, description, image_id, image_alt,"
            + " image_decorative, image_caption, image_credit, version, created_at, updated_at from collection where ";

    private final Jdbi jdbi;
    private final Sites sites;

    CollectionRepository(Jdbi jdbi, Sites sites) {
        this.jdbi = jdbi;
        this.sites = sites;
    }

    /** Finds a collection by id, slug or former slug. */
    public Optional<CollectionMetadata> find(UUID site, String ref) {
        return find(site, ref, "");
    }

    /**
     * Finds a collection as of the latest commit, and locks all collections of the site until the end of the
     * transaction.
     */
    public Optional<CollectionMetadata> findForUpdate(UUID site, String ref) {
        sites.lockExclusive(site);
        return find(site, ref, " for update");
    }

    /** Counts the collections of a site, and prevents new ones until the end of the transaction. */
    int countForShare(UUID site) {
        return jdbi.withHandle(handle -> handle.createQuery("select id from collection where site_id = ? lock in share mode")
                .bind(0, site).mapTo(UUID.class).list()).size();
    }

    private Optional<CollectionMetadata> find(UUID site, String ref, String lock) {
        var id = Uuid7.parse(ref);
        if (id.isPresent()) {
            return findOne(site, "id = :ref", id.get(), lock);
        }
        return !Slug.isSlug(ref) ? Optional.empty()
                : findOne(site, "slug = :ref", ref, lock)
                        .or(() -> formerSlugOwner(site, ref, lock).flatMap(found -> findOne(site, "id = :ref", found, lock)));
    }

    /** Returns the slug of the collection that an unknown reference probably means, by its words as a slug, or by its name. */
    public Optional<String> meant(UUID site, String ref) {
        return SlugSuggestion.spelledAsSlug(ref).flatMap(slug -> find(site, slug)).map(CollectionMetadata::slug)
                .or(() -> jdbi.withHandle(handle -> handle
                        .createQuery("select slug from collection where site_id = ? and name = ? order by id limit 1")
                        .bind(0, site).bind(1, ref).mapTo(String.class).findOne()));
    }

    /** Returns the id of the deleted collection that had this slug last. */
    Optional<UUID> deletedId(UUID site, String slug) {
        return Slug.isSlug(slug) && find(site, slug).isEmpty() ? formerSlugOwner(site, slug, "") : Optional.empty();
    }

    private Optional<UUID> formerSlugOwner(UUID site, String slug, String lock) {
        return jdbi.withHandle(handle -> handle
                .createQuery("select collection_id from collection_former_slug where site_id = ? and slug = ?" + lock)
                .bind(0, site).bind(1, slug).mapTo(UUID.class).findOne());
    }

    private Optional<CollectionMetadata> findOne(UUID site, String condition, Object ref, String lock) {
        return jdbi.withHandle(handle -> handle.createQuery(QUERY + "site_id = :site and " + condition + lock)
                .bind("site", site).bind("ref", ref).reduceRows(Optional.<CollectionMetadata> empty(),
                        (none, row) -> Optional.of(read(row))));
    }

    /** Returns a page of collections, by name. */
    public Slice<CollectionMetadata> page(UUID site, PageQuery page) {
        var keyset = Keyset.ascending(page, "name", "id");
        var rows = jdbi.withHandle(handle -> keyset
                .bind(handle.createQuery(QUERY + "site_id = :site" + keyset.condition() + keyset.order()), name -> name)
                .bind("site", site).reduceRows(new ArrayList<CollectionMetadata>(), (found, row) -> {
                    found.add(read(row));
                    return found;
                }));
        return page.slice(rows, row -> List.of(row.name(), row.id().toString()));
    }

    public long total(UUID site) {
        return jdbi.withHandle(handle -> handle.createQuery("select count(*) from collection where site_id = ?")
                .bind(0, site).mapTo(Long.class).one());
    }

    /** Inserts a collection, which may reuse the slug of a deleted one. */
    public void insert(CollectionMetadata collection) {
        deleteFormerSlug(collection.siteId(), collection.slug());
        jdbi.useHandle(handle -> bind(handle.createUpdate("""
                insert into collection (id, site_id, slug, name, type, description, image_id, image_alt, image_decorative,
                  image_caption, image_credit, version, created_at, updated_at)
                values (:id, :site, :slug, :name, :type, :description, :image, :alt, :decorative, :caption, :credit, :version,
                  :createdAt, :updatedAt)"""), collection).bind("site", collection.siteId())
                .bind("createdAt", collection.createdAt()).execute());
    }

    public void update(CollectionMetadata collection) {
        jdbi.useHandle(handle -> bind(handle.createUpdate("""
                update collection set slug = :slug, name = :name, type = :type, description = :description, image_id = :image,
                  image_alt = :alt, image_decorative = :decorative, image_caption = :caption, image_credit = :credit,
                  version = :version, updated_at = :updatedAt where id = :id"""), collection).execute());
    }

    private static <S extends SqlStatement<S>> S bind(S statement, CollectionMetadata collection) {
        var image = Optional.ofNullable(collection.image());
        var overrides = image.map(CollectionMetadata.CollectionImage::words).orElse(ImageOverrides.NONE);
        return statement.bind("id", collection.id()).bind("slug", collection.slug()).bind("name", collection.name())
                .bind("type", collection.type().word()).bind("description", collection.description())
                .bindByType("image", image.map(CollectionMetadata.CollectionImage::id).orElse(null), UUID.class)
                .bind("alt", overrides.alt())
                .bind("decorative", overrides.decorative()).bind("caption", overrides.caption())
                .bind("credit", overrides.credit())
                .bind("version", collection.version()).bind("updatedAt", collection.updatedAt());
    }

    /** Deletes a collection and its entries. Its slug is recorded as former, so that readers learn of the deletion. */
    public void delete(CollectionMetadata collection) {
        addFormerSlug(collection);
        jdbi.useHandle(handle -> handle.createUpdate("delete from collection where id = ?").bind(0, collection.id())
                .execute());
    }

    /** Records a rename: the former slug redirects to the current one. A collection may take back its own former slug. */
    public void recordRename(CollectionMetadata before, String slug) {
        addFormerSlug(before);
        deleteFormerSlug(before.siteId(), slug);
    }

    private void addFormerSlug(CollectionMetadata before) {
        jdbi.useHandle(handle -> handle
                .createUpdate("insert into collection_former_slug (site_id, slug, collection_id) values (?, ?, ?)")
                .bind(0, before.siteId()).bind(1, before.slug()).bind(2, before.id()).execute());
    }

    private void deleteFormerSlug(UUID site, String slug) {
        jdbi.useHandle(handle -> handle.createUpdate("delete from collection_former_slug where site_id = ? and slug = ?")
                .bind(0, site).bind(1, slug).execute());
    }

    private static CollectionMetadata read(RowView row) {
        var image = row.getColumn("image_id", UUID.class);
        return new CollectionMetadata(row.getColumn("id", UUID.class), row.getColumn("site_id", UUID.class),
                row.getColumn("slug", String.class), row.getColumn("name", String.class),
                CollectionType.of(row.getColumn("type", String.class)), row.getColumn("description", String.class),
                image == null ? null
                        : new CollectionMetadata.CollectionImage(image,
                                new ImageOverrides(row.getColumn("image_alt", String.class),
                                        row.getColumn("image_decorative", Boolean.class),
                                        row.getColumn("image_caption", String.class),
                                        row.getColumn("image_credit", String.class))),
                row.getColumn("version", Long.class), row.getColumn("created_at", Instant.class),
                row.getColumn("updated_at", Instant.class));
    }
}
