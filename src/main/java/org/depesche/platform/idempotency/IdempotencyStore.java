package org.depesche.platform.idempotency;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import org.depesche.kernel.Uuid7;
import org.depesche.platform.database.Transactions;
import org.depesche.platform.problem.Problem;
import org.depesche.platform.problem.ProblemType;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.result.RowView;

import io.quarkus.logging.Log;

/**
 * Lets one of several requests with the same key do the work, and stores its response for the others. A claim is a row.
 * The node that inserts the row holds the claim until it is completed, released or expired.
 */
@ApplicationScoped
public class IdempotencyStore {

    private static final String RETRY_SECONDS = "1";

    private final Transactions transactions;
    private final Jdbi jdbi;
    private final IdempotencyConfig config;
    private final Clock clock;

    IdempotencyStore(Transactions transactions, Jdbi jdbi, IdempotencyConfig config, Clock clock) {
        this.transactions = transactions;
        this.jdbi = jdbi;
        this.config = config;
        this.clock = clock;
    }

    /**
     * Claims a key in a transaction of its own. Concurrent requests see the claim immediately and get a 409, instead of
     * waiting for a lock.
     */
    @Transactional(TxType.NOT_SUPPORTED)
    public Claim claim(IdempotencyKey key) {
        var held = new Claim.Held(key.hash(), Uuid7.next());
        return transactions.call(() -> insert(held, key.caller()) || takeOver(held) ? held
                : findCompleted(held.id()).orElseThrow(IdempotencyStore::inProgress));
    }

    /** Stores the response. In a running transaction, the response is stored together with the changes of the request. */
    public void complete(Claim.Held claim, byte[] digest, StoredResponse response) {
        var body = response.body();
        var isStored = body.length <= config.maxResponseSize();
        var now = clock.instant();
        var rows = transactions.call(() -> jdbi.withHandle(handle -> handle.createUpdate("""
                update idempotency set digest = :digest, status = :status, headers = :headers, body = :body, expires_at = :until
                where id = :id and claim = :claim""")
                .bind("digest", digest).bind("status", response.status()).bind("headers", response.headerLines())
                .bind("body", isStored ? body : null).bind("until", now.plus(config.retention()))
                .bind("id", claim.id()).bind("claim", claim.token()).execute()));
        if (rows == 0) {
            Log.warnf("A request outlived its claim on its Idempotency-Key; its response is not stored. claim=%s",
                    claim.token());
        }
    }

    /** Releases the key, because the request changed nothing that must not be repeated. */
    public void release(Claim.Held claim) {
        transactions.run(() -> jdbi.useHandle(
                handle -> handle.createUpdate("delete from idempotency where id = :id and claim = :claim")
                        .bind("id", claim.id()).bind("claim", claim.token()).execute()));
    }

    /** Extends a claim, for work that takes longer than the claim's timeout. */
    @Transactional(TxType.NOT_SUPPORTED)
    public void extend(Claim.Held claim) {
        jdbi.useHandle(handle -> handle
                .createUpdate("update idempotency set expires_at = :until where id = :id and claim = :claim")
                .bind("until", clock.instant().plus(config.claimTimeout()))
                .bind("id", claim.id()).bind("claim", claim.token()).execute());
    }

    /** Deletes responses that contain an id, see {@link #deleteResponsesContaining(String)}. */
    @Transactional(TxType.MANDATORY)
    public void deleteResponsesContaining(UUID subject) {
        deleteResponsesContaining(subject.toString());
    }

    /**
     * Deletes the responses that contain a text which is being erased, in the caller's transaction. The table is small,
     * because responses are kept for a day.
     */
    @Transactional(TxType.MANDATORY)
    public void deleteResponsesContaining(String text) {
        jdbi.useHandle(handle -> handle
                .createUpdate("delete from idempotency where instr(body, :words) > 0 or instr(headers, :words) > 0")
                .bind("words", text).execute());
    }

    private boolean insert(Claim.Held claim, UUID caller) {
        var now = clock.instant();
        return 1 == jdbi.withHandle(handle -> handle.createUpdate("""
                insert ignore into idempotency (id, caller_id, claim, created_at, expires_at)
                values (:id, :caller, :claim, :now, :until)""")
                .bind("id", claim.id()).bind("caller", caller).bind("claim", claim.token())
                .bind("now", now).bind("until", now.plus(config.claimTimeout())).execute());
    }

    /** Takes over an expired claim. Of several requests one changes the row, and for the others it is no longer expired. */
    private boolean takeOver(Claim.Held claim) {
        var now = clock.instant();
        return 1 == jdbi.withHandle(handle -> handle
                .createUpdate(
                        """
                                update idempotency
                                set claim = :claim, digest = null, status = null, headers = null, body = null, created_at = :now, expires_at = :until
                                where id = :id and expires_at <= :now""")
                .bind("id", claim.id()).bind("claim", claim.token())
                .bind("now", now).bind("until", now.plus(config.claimTimeout())).execute());
    }

    private Optional<Claim> findCompleted(byte[] id) {
        return jdbi.withHandle(handle -> handle
                .createQuery("select digest, status, headers, body from idempotency where id = :id and status is not null")
                .bind("id", id)
                .map(IdempotencyStore::read)
                .findOne());
    }

    private static Claim read(RowView row) {
        var body = Optional.ofNullable(row.getColumn("body", byte[].class)).orElseThrow(IdempotencyStore::responseNotStored);
        var response = new StoredResponse(row.getColumn("status", Integer.class),
                StoredResponse.parseHeaderLines(row.getColumn("headers", String.class)), body);
        return new Claim.Completed(row.getColumn("digest", byte[].class), response);
    }

    /** Repeating the work would be worse than not replaying the response. */
    private static Problem responseNotStored() {
        return new Problem(ProblemType.CONFLICT,
                "The request with this Idempotency-Key was answered, but its answer was too long to be kept. Read what it made.");
    }

    private static Problem inProgress() {
        return new Problem(ProblemType.REQUEST_IN_PROGRESS, "A request with this Idempotency-Key is not answered yet.")
                .header("Retry-After", RETRY_SECONDS);
    }
}
