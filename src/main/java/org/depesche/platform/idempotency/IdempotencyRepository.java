package org.depesche.platform.idempotency;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.result.RowView;
import org.jspecify.annotations.Nullable;

/** The table {@code idempotency}. A row without a status is a claim; a row with a status holds a response. */
@ApplicationScoped
class IdempotencyRepository {

    private final Jdbi jdbi;

    IdempotencyRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * A stored response.
     *
     * @param body absent when it was too large to be stored
     */
    record StoredRow(byte[] digest, int status, String headers, byte @Nullable [] body) {
    }

    /** Returns false when the key has a row. */
    boolean insert(Claim.Held claim, UUID caller, Instant now, Instant end) {
        return 1 == jdbi.withHandle(handle -> handle.createUpdate("""
                insert ignore into idempotency (id, caller_id, claim, created_at, expires_at)
                values (:id, :caller, :claim, :now, :until)""")
                .bind("id", claim.id()).bind("caller", caller).bind("claim", claim.token())
                .bind("now", now).bind("until", end).execute());
    }

    /** Takes an expired row. Of several requests one changes the row; for the others it is no longer expired. */
    boolean replaceExpired(Claim.Held claim, Instant now, Instant end) {
        return 1 == jdbi.withHandle(handle -> handle.createUpdate("""
                update idempotency set claim = :claim, digest = null, status = null, headers = null, body = null,
                  created_at = :now, expires_at = :until
                where id = :id and expires_at <= :now""")
                .bind("id", claim.id()).bind("claim", claim.token()).bind("now", now).bind("until", end).execute());
    }

    /** Returns false when the claim has expired and the row has another claim. */
    boolean complete(Claim.Held claim, StoredRow response, Instant end) {
        return 1 == jdbi.withHandle(handle -> handle.createUpdate("""
                update idempotency set digest = :digest, status = :status, headers = :headers, body = :body, expires_at = :until
                where id = :id and claim = :claim""")
                .bind("digest", response.digest()).bind("status", response.status()).bind("headers", response.headers())
                .bind("body", response.body()).bind("until", end)
                .bind("id", claim.id()).bind("claim", claim.token()).execute());
    }

    void extend(Claim.Held claim, Instant end) {
        jdbi.useHandle(handle -> handle
                .createUpdate("update idempotency set expires_at = :until where id = :id and claim = :claim")
                .bind("until", end).bind("id", claim.id()).bind("claim", claim.token()).execute());
    }

    void delete(Claim.Held claim) {
        jdbi.useHandle(handle -> handle.createUpdate("delete from idempotency where id = :id and claim = :claim")
                .bind("id", claim.id()).bind("claim", claim.token()).execute());
    }

    Optional<StoredRow> completed(byte[] id) {
        return jdbi.withHandle(handle -> handle
                .createQuery("select digest, status, headers, body from idempotency where id = :id and status is not null")
                .bind("id", id).map(IdempotencyRepository::read).findOne());
    }

    private static StoredRow read(RowView row) {
        return new StoredRow(row.getColumn("digest", byte[].class), row.getColumn("status", Integer.class),
                row.getColumn("headers", String.class), row.getColumn("body", byte[].class));
    }

    void deleteContaining(String words) {
        jdbi.useHandle(handle -> handle
                .createUpdate("delete from idempotency where instr(body, :words) > 0 or instr(headers, :words) > 0")
                .bind("words", words).execute());
    }

    /** Deletes at most {@code limit} expired rows and returns how many. */
    int deleteExpired(Instant now, int limit) {
        return jdbi.withHandle(handle -> handle
                .createUpdate("delete from idempotency where expires_at <= :now order by expires_at limit :batch")
                .bind("now", now).bind("batch", limit).execute());
    }
}
