package org.depesche.platform.idempotency;

import java.time.Clock;
import java.util.UUID;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import org.depesche.kernel.Uuid7;
import org.depesche.platform.database.Transactions;
import org.depesche.platform.problem.Problem;
import org.depesche.platform.problem.ProblemType;

import io.quarkus.logging.Log;

/**
 * Lets one of several requests with the same key do the work, and stores its response for the others. The request whose claim
 * is inserted holds the key until the claim is completed, released or expired, on whichever node.
 */
@ApplicationScoped
public class IdempotencyStore {

    private static final String RETRY_SECONDS = "1";

    private final Transactions transactions;
    private final IdempotencyRepository rows;
    private final IdempotencyConfig config;
    private final Clock clock;

    IdempotencyStore(Transactions transactions, IdempotencyRepository rows, IdempotencyConfig config, Clock clock) {
        this.transactions = transactions;
        this.rows = rows;
        this.config = config;
        this.clock = clock;
    }

    /**
     * Claims the key in a transaction of its own: other requests see the claim at once and get a 409 instead of waiting for a
     * lock.
     */
    public Claim claim(IdempotencyKey key) {
        var held = new Claim.Held(key.hash(), Uuid7.next());
        return transactions.callInNew(() -> {
            var now = clock.instant();
            var end = now.plus(config.claimTimeout());
            return rows.insert(held, key.caller(), now, end) || rows.replaceExpired(held, now, end) ? held
                    : rows.completed(held.id()).map(IdempotencyStore::completed).orElseThrow(IdempotencyStore::inProgress);
        });
    }

    /**
     * Does the work of a request that holds its key, and frees the key if the work fails. A later failure does not free it,
     * because a retry would do the work a second time.
     */
    public <T> T call(Claim.Held claim, Supplier<T> work) {
        try {
            return work.get();
        } catch (RuntimeException e) {
            release(claim);
            throw e;
        }
    }

    /** Stores the response, in the caller's transaction if there is one: the work and its response are committed together. */
    public void complete(Claim.Held claim, byte[] digest, StoredResponse response) {
        var isStored = response.body().length <= config.maxResponseSize();
        var row = new IdempotencyRepository.StoredRow(digest, response.status(), response.headerLines(),
                isStored ? response.body() : null);
        if (!transactions.call(() -> rows.complete(claim, row, clock.instant().plus(config.retention())))) {
            Log.warnf("A request took longer than its claim on its Idempotency-Key; its response is not stored. claim=%s",
                    claim.token());
        }
    }

    /** Frees the key after a request that changed nothing. */
    void release(Claim.Held claim) {
        transactions.run(() -> rows.delete(claim));
    }

    /** Holds the key longer, for work that takes more time than {@link IdempotencyConfig#claimTimeout}. */
    public void extend(Claim.Held claim) {
        transactions.callInNew(() -> {
            rows.extend(claim, clock.instant().plus(config.claimTimeout()));
            return true;
        });
    }

    /** Deletes all responses that contain the id of an erased subject, in the caller's transaction. */
    @Transactional(TxType.MANDATORY)
    public void deleteResponsesContaining(UUID subject) {
        deleteResponsesContaining(subject.toString());
    }

    /**
     * Deletes all responses that contain words which are being erased, in the caller's transaction. This reads the whole table,
     * which holds the responses of one day.
     */
    @Transactional(TxType.MANDATORY)
    public void deleteResponsesContaining(String words) {
        rows.deleteContaining(words);
    }

    private static Claim completed(IdempotencyRepository.StoredRow row) {
        if (row.body() == null) {
            throw responseNotStored();
        }
        return new Claim.Completed(row.digest(),
                new StoredResponse(row.status(), StoredResponse.parseHeaderLines(row.headers()), row.body()));
    }

    /** The work is not done a second time, because that would be worse than no response. */
    private static Problem responseNotStored() {
        return new Problem(ProblemType.CONFLICT,
                "The request with this Idempotency-Key was answered, but its answer was too long to be kept. Read what it "
                        + "made.");
    }

    private static Problem inProgress() {
        return new Problem(ProblemType.REQUEST_IN_PROGRESS, "A request with this Idempotency-Key is not answered yet.")
                .header("Retry-After", RETRY_SECONDS);
    }
}
