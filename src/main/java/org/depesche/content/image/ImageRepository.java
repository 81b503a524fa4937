package org.depesche.content.image;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.kernel.Uuid7;
import org.depesche.platform.database.DuplicateKey;
import org.depesche.platform.database.JdbcBatch;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.jspecify.annotations.Nullable;

/** The table {@code image}. */
@ApplicationScoped
class ImageRepository {

    private static final String FOR_SHARE = " lock in share mode";
    private static final String INSERT = "insert into image (id, fingerprint, " + ImageRowMapper.WRITTEN_COLUMNS
            + ", created_at, updated_at, version) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)";

    private final Jdbi jdbi;
    private final ImageRowMapper rows;

    ImageRepository(Jdbi jdbi, ImageRowMapper rows) {
        this.jdbi = jdbi;
        this.rows = rows;
    }

    /** @param fingerprint null for an image that may be registered again */
    record NewImage(UUID id, @Nullable UUID fingerprint, ImageMetadata metadata) {
    }

    /** @param isLocked prevents changes until the end of the transaction, and sees those that are not in its snapshot */
    Map<UUID, Image> byIds(Collection<UUID> ids, boolean isLocked) {
        return jdbi.withHandle(handle -> handle
                .createQuery("select " + ImageRowMapper.COLUMNS + " from image where id in (<ids>)"
                        + (isLocked ? FOR_SHARE : ""))
                .bindList("ids", ids.stream().map(Uuid7::bytes).toList())
                .map((row, context) -> rows.read(row))
                .collect(Collectors.toMap(Image::id, Function.identity())));
    }

    /** @param isLocked as for {@link #byIds} */
    Map<UUID, UUID> idsByFingerprint(Collection<UUID> fingerprints, boolean isLocked) {
        return fingerprints.isEmpty() ? Map.of()
                : jdbi.withHandle(handle -> handle
                        .createQuery("select fingerprint, id from image where fingerprint in (<fingerprints>)"
                                + (isLocked ? FOR_SHARE : ""))
                        .bindList("fingerprints", fingerprints.stream().map(Uuid7::bytes).toList())
                        .map((row, context) -> Map.entry(Uuid7.of(row.getBytes(1)), Uuid7.of(row.getBytes(2))))
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /**
     * Inserts all rows; an image whose fingerprint is there already stays as it is. A concurrent registration of the same image
     * is rare, so only a duplicate key leads to the slower row-by-row insert.
     */
    void insert(List<NewImage> images, Instant now) {
        try {
            insert(images, now, INSERT);
        } catch (UnableToExecuteStatementException e) {
            if (!DuplicateKey.isCauseOf(e)) {
                throw e;
            }
            insert(images, now, INSERT + " on duplicate key update id = id");
        }
    }

    private void insert(List<NewImage> images, Instant now, String sql) {
        jdbi.useHandle(handle -> JdbcBatch.write(handle, sql, images,
                (row, image) -> rows.bind(row.id(image.id).id(image.fingerprint), image.metadata).timestamp(now)
                        .timestamp(now)));
    }

    /** Reads and locks the current row until the end of the transaction. */
    Optional<Image> findForUpdate(UUID id) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select " + ImageRowMapper.COLUMNS + " from image where id = ? for update")
                        .bind(0, id)
                        .map((row, context) -> rows.read(row)).findOne());
    }

    /** Returns those of the images that lists take for expired. */
    Set<UUID> expiredInLists(Collection<UUID> ids) {
        return select("select id from image where id in (<ids>) and lead_lists_expired", ids);
    }

    Set<UUID> movingBetweenLists(Collection<UUID> ids) {
        return select("select image_id from lead_list_move where image_id in (<ids>)", ids);
    }

    private Set<UUID> select(String sql, Collection<UUID> ids) {
        return jdbi.withHandle(handle -> handle.createQuery(sql)
                .bindList("ids", ids.stream().map(Uuid7::bytes).toList())
                .map((row, context) -> Uuid7.of(row.getBytes(1))).collect(Collectors.toSet()));
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
                    + " = ?, updated_at = ?, version = ? where id = ?", List.of(metadata),
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
