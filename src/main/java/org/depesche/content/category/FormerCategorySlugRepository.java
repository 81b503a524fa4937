package org.depesche.content.category;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.kernel.Uuid7;
import org.jdbi.v3.core.Jdbi;

/** SQL access to the former slugs of categories. A former slug redirects to the category and is not given to another one. */
@ApplicationScoped
class FormerCategorySlugRepository {

    private final Jdbi jdbi;

    FormerCategorySlugRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Returns the category ids by site and slug. */
    Map<UUID, Map<String, UUID>> all() {
        var idsBySlugBySite = new HashMap<UUID, Map<String, UUID>>();
        jdbi.useHandle(handle -> handle.createQuery("select site_id, slug, category_id from category_former_slug")
                .map((row, context) -> idsBySlugBySite.computeIfAbsent(Uuid7.of(row.getBytes(1)), site -> new HashMap<>())
                        .put(row.getString(2), Uuid7.of(row.getBytes(3))))
                .forEach(row -> {
                }));
        return idsBySlugBySite;
    }

    Map<String, UUID> of(UUID siteId) {
        return all().getOrDefault(siteId, Map.of());
    }

    /** Redirects all slugs of one category to the other. */
    void mergeInto(Category from, UUID to) {
        jdbi.useHandle(handle -> handle.createUpdate("update category_former_slug set category_id = ? where category_id = ?")
                .bind(0, Uuid7.bytes(to)).bind(1, Uuid7.bytes(from.id())).execute());
        save(from.siteId(), from.slug(), to);
    }

    void save(UUID siteId, String slug, UUID categoryId) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                insert into category_former_slug (site_id, slug, category_id) values (?, ?, ?)
                on duplicate key update category_id = values(category_id)""")
                .bind(0, Uuid7.bytes(siteId)).bind(1, slug).bind(2, Uuid7.bytes(categoryId)).execute());
    }

    /** Deletes a former slug, because its category uses the slug again. */
    void delete(UUID siteId, String slug) {
        jdbi.useHandle(handle -> handle.createUpdate("delete from category_former_slug where site_id = ? and slug = ?")
                .bind(0, Uuid7.bytes(siteId)).bind(1, slug).execute());
    }
}
