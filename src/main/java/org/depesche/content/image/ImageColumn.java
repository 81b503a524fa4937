package org.depesche.content.image;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.depesche.content.listing.ListKind;
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

    /** Returns those of the images that a row of the site shows. */
    public Set<UUID> shownOn(UUID site, Set<UUID> images) {
        return shown("select distinct image_id from " + table + " where site_id = :site and image_id in (<images>)", images,
                Map.of("site", site));
    }

    /**
     * Returns those of the images that a row shows whose list on the site has articles. Each image is a single row, whether
     * one row shows it or a hundred thousand do.
     */
    public Set<UUID> shownByListed(UUID site, ListKind kind, Set<UUID> images) {
        return shown("select id from image where id in (<images>) and (select straight_join 1" + listed()
                + " and u.image_id = image.id limit 1) is not null", images, Map.of("site", site, "kind", kind.letter()));
    }

    /** Returns the ids of the rows that show the image and whose list on the site has articles. */
    public List<UUID> listedOn(UUID site, ListKind kind, UUID image) {
        return jdbi.withHandle(handle -> handle
                .createQuery("select straight_join u.id" + listed() + " and u.image_id = :image limit :max")
                .bind("site", site).bind("kind", kind.letter()).bind("image", image)
                .bind("max", ImageUsesBesideArticles.MAX_USERS)
                .map((row, context) -> Uuid7.of(row.getBytes(1))).list());
    }

    private String listed() {
        return " from " + table + " u join published_list l on l.value = u.id where l.site_id = :site and l.kind = :kind"
                + " and l.size > 0";
    }

    private Set<UUID> shown(String sql, Set<UUID> images, Map<String, ?> values) {
        return images.isEmpty() ? Set.of()
                : jdbi.withHandle(handle -> handle.createQuery(sql).bindMap(values)
                        .bindList("images", images.stream().map(Uuid7::bytes).toList())
                        .map((row, context) -> Uuid7.of(row.getBytes(1))).set());
    }

    /** Returns the ids of the rows of one site that show the image. */
    public List<UUID> idsOnSite(UUID site, UUID image) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select id from " + table + " where image_id = ? and site_id = ? limit ?")
                        .bind(0, image).bind(1, site).bind(2, ImageUsesBesideArticles.MAX_USERS)
                        .map((row, context) -> Uuid7.of(row.getBytes(1))).list());
    }
}
