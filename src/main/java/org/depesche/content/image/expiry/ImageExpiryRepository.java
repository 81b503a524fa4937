package org.depesche.content.image.expiry;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.content.image.LeadImageMoves.Position;
import org.depesche.kernel.Uuid7;
import org.depesche.platform.database.JdbcBatch;
import org.depesche.platform.database.Timestamps;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * SQL access to expired images: the table {@code lead_list_move}, and the columns of {@code image} that say which expiries the
 * change log and the lists have.
 */
@ApplicationScoped
class ImageExpiryRepository {

    private final Jdbi jdbi;

    ImageExpiryRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * An image with a due step.
     *
     * @param isExpired whether its rights have expired
     * @param isInLog whether the change log has an entry for the expiry
     * @param isExpiredInLists whether publications put articles with it into the list without a lead image
     * @param moved the last article that was moved; empty before the first one
     */
    record DueImage(UUID id, boolean isExpired, boolean isInLog, boolean isExpiredInLists, Optional<Position> moved) {
    }

    /** Returns when the next step is due: now, or at the next expiry. Each select reads one entry of an index. */
    Optional<Instant> next(Instant now) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                (select cast(:now as datetime(6)) due from lead_list_move limit 1)
                union all
                (select expires_at from image where lead_lists_expired = false and expires_at is not null
                 order by expires_at limit 1)
                union all
                (select cast(:now as datetime(6)) from image where lead_lists_expired = true
                 and (expires_at is null or expires_at > :now) limit 1)
                order by due limit 1""").bind("now", now).map((row, context) -> Timestamps.at(row, "due")).findOne());
    }

    /** Locks an image with a due step. Images whose articles are being moved come first. */
    Optional<DueImage> lockDue(Instant now) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                (select image_id id from lead_list_move limit 1)
                union all
                (select id from image where lead_lists_expired = false and expires_at <= :now order by expires_at limit 1)
                union all
                (select id from image where lead_lists_expired = true and (expires_at is null or expires_at > :now) limit 1)
                """).bind("now", now).map((row, context) -> Uuid7.of(row.getBytes(1))).list().stream()
                .flatMap(id -> lock(handle, id, now).stream()).findFirst());
    }

    private static Optional<DueImage> lock(Handle handle, UUID id, Instant now) {
        var moves = handle.createQuery("select site_id, published_at, article_id from lead_list_move where image_id = ?")
                .bind(0, id)
                .map((row, context) -> new Position(Uuid7.of(row.getBytes(1)), Timestamps.at(row, 2),
                        Uuid7.of(row.getBytes(3))))
                .list();
        return handle.createQuery("select expires_at <= :now, expired, lead_lists_expired from image where id = :id"
                + " for update skip locked").bind("now", now).bind("id", id)
                .map((row, context) -> new DueImage(id, row.getBoolean(1), row.getBoolean(2), row.getBoolean(3),
                        moves.stream().findFirst()))
                .findOne().filter(image -> !moves.isEmpty() || image.isExpired() != image.isExpiredInLists());
    }

    /** Writes whether the image has expired for publications and for the change log. */
    void setExpired(UUID image, boolean isExpired) {
        jdbi.useHandle(handle -> JdbcBatch.write(handle, "update image set lead_lists_expired = ?, expired = ? where id = ?",
                List.of(image), (row, id) -> row.flag(isExpired).flag(isExpired).id(id)));
    }

    /**
     * Stores how far the articles of an image were moved.
     *
     * @param last the last article that a step looked at
     */
    void saveMove(UUID image, Position last) {
        jdbi.useHandle(handle -> JdbcBatch.write(handle,
                "replace into lead_list_move (image_id, site_id, published_at, article_id) values (?, ?, ?, ?)",
                List.of(last), (row, position) -> row.id(image).id(position.site()).timestamp(position.publishedAt())
                        .id(position.article())));
    }

    void endMove(UUID image) {
        jdbi.useHandle(handle -> JdbcBatch.write(handle, "delete from lead_list_move where image_id = ?", List.of(image),
                (row, id) -> row.id(id)));
    }
}
