package org.depesche.content.image;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.platform.database.Bulk;
import org.jdbi.v3.core.Jdbi;

/** The statements of {@link ImageEditor}. */
@ApplicationScoped
class ImageTable {

    private final Jdbi jdbi;
    private final ImageRows rows;

    ImageTable(Jdbi jdbi, ImageRows rows) {
        this.jdbi = jdbi;
        this.rows = rows;
    }

    /** As it is now, and nobody else changes it before this transaction ends. */
    Optional<Image> locked(UUID id) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select " + ImageRows.COLUMNS + " from image where id = ? for update").bind(0, id)
                        .map((row, context) -> rows.read(row)).findOne());
    }

    /** Which one is known by that. */
    Optional<UUID> owner(UUID fingerprint) {
        return jdbi.withHandle(handle -> handle.createQuery("select id from image where fingerprint = ?").bind(0, fingerprint)
                .mapTo(UUID.class).findOne());
    }

    /** @param hasMoved what it was known by does not hold any more */
    void update(Image before, NewImage says, boolean hasMoved, Instant now) {
        jdbi.useHandle(handle -> {
            Bulk.write(handle, "update image set " + ImageRows.WRITTEN.replace(",", " = ?,")
                    + " = ?, updated_at = ?, version = ? where id = ?", List.of(says),
                    (row, image) -> rows.bind(row, image).moment(now).number(before.version() + 1).id(before.id()));
            if (hasMoved) {
                Bulk.write(handle, "update image set fingerprint = ? where id = ?", List.of(says),
                        (row, image) -> row.id(image.fingerprint().orElse(null)).id(before.id()));
            }
        });
    }

    void delete(UUID id) {
        jdbi.useHandle(handle -> handle.createUpdate("delete from image where id = ?").bind(0, id).execute());
    }
}
