package org.depesche.content.image;

import java.util.List;
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

    /** Returns the ids of the rows of one site that show the image. */
    public List<UUID> idsOnSite(UUID site, UUID image) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select id from " + table + " where image_id = ? and site_id = ? limit ?")
                        .bind(0, image).bind(1, site).bind(2, PublicImageUsages.MAX_USERS)
                        .map((row, context) -> Uuid7.of(row.getBytes(1))).list());
    }
}
