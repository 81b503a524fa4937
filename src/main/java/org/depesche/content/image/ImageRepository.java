package org.depesche.content.image;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.platform.database.JdbcBatch;
import org.jdbi.v3.core.Jdbi;

/** SQL access to single rows of the {@code image} table. */
@ApplicationScoped
class ImageRepository {

    private final Jdbi jdbi;
    private final ImageRowMapper rows;

    ImageRepository(Jdbi jdbi, ImageRowMapper rows) {
        this.jdbi = jdbi;
        this.rows = rows;
    }

    /** Reads and locks the current row until the end of the transaction. */
    Optional<Image> findForUpdate(UUID id) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select " + ImageRowMapper.COLUMNS + " from image where id = ? for update")
                        .bind(0, id)
                        .map((row, context) -> rows.read(row)).findOne());
    }

    /** Returns the image with this fingerprint. */
    Optional<UUID> idByFingerprint(UUID fingerprint) {
        return jdbi.withHandle(handle -> handle.createQuery("select id from image where fingerprint = ?").bind(0, fingerprint)
                .mapTo(UUID.class).findOne());
    }

    /** @param hasMoved whether {@code src} changed, so that the fingerprint must change */
    void update(Image before, ImageMetadata metadata, boolean hasMoved, Instant now) {
        jdbi.useHandle(handle -> {
            JdbcBatch.write(handle, "update image set " + ImageRowMapper.WRITTEN_COLUMNS.replace(",", " = ?,")
                    + " = ?, updated_at = ?, version = ?, expired = false where id = ?", List.of(metadata),
                    (row, image) -> rows.bind(row, image).timestamp(now).number(before.version() + 1).id(before.id()));
            if (hasMoved) {
                JdbcBatch.write(handle, "update image set fingerprint = ? where id = ?", List.of(metadata),
                        (row, image) -> row.id(image.fingerprint().orElse(null)).id(before.id()));
            }
        });
    }

    void delete(UUID id) {
        jdbi.useHandle(handle -> handle.createUpdate("delete from image where id = ?").bind(0, id).execute());
    }
}
