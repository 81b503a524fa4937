package org.depesche.content.image;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.depesche.kernel.Uuid7;
import org.jdbi.v3.core.Jdbi;

/** The column {@code image_id} of a table whose rows show an image each, and have an id and a slug. */
public record ImageColumn(Jdbi jdbi, String table, ImageUsages.ImageUsage.Kind kind) {

    /** Returns the rows that show the image, at most {@code max}. */
    public List<ImageUsages.ImageUsage> usagesOf(UUID image, int max) {
        return jdbi.withHandle(handle -> handle.createQuery("select id, slug from " + table + " where image_id = ? limit ?")
                .bind(0, image).bind(1, max)
                .map((row, context) -> new ImageUsages.ImageUsage(kind, Uuid7.of(row.getBytes(1)), row.getString(2))).list());
    }

    /** Returns the images of the rows that show any of these, by the ids of the rows. */
    public Map<UUID, UUID> imagesByUser(Set<UUID> images) {
        return images.isEmpty() ? Map.of()
                : read("select id, image_id from " + table + " where image_id in (<images>)", images,
                        Map.of());
    }

    /** The same for the rows of one site. */
    public Map<UUID, UUID> imagesByUser(UUID site, Set<UUID> images) {
        return images.isEmpty() ? Map.of()
                : read("select id, image_id from " + table + " where site_id = :site and image_id in (<images>)", images,
                        Map.of("site", site));
    }

    private Map<UUID, UUID> read(String sql, Set<UUID> images, Map<String, ?> values) {
        return jdbi.withHandle(handle -> handle.createQuery(sql).bindMap(values)
                .bindList("images", images.stream().map(Uuid7::bytes).toList())
                .reduceRows(new HashMap<>(), (found, row) -> {
                    found.put(Uuid7.of(row.getColumn("id", byte[].class)), Uuid7.of(row.getColumn("image_id", byte[].class)));
                    return found;
                }));
    }

    /** Returns the ids of the rows of one site that show the image. */
    public List<UUID> idsOnSite(UUID site, UUID image) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select id from " + table + " where image_id = ? and site_id = ? limit ?")
                        .bind(0, image).bind(1, site).bind(2, ImageUsesBesideArticles.MAX_USERS)
                        .map((row, context) -> Uuid7.of(row.getBytes(1))).list());
    }
}
