package org.depesche.platform.http.load;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

import org.depesche.platform.problem.Problem;
import org.depesche.platform.problem.ProblemType;

import io.vertx.core.buffer.Buffer;

/** The body of one request while it arrives. Its bytes count in a sum over all requests until it is complete or given up. */
final class ReceivedBody {

    private final long limit;
    private final long limitOfAll;
    private final AtomicLong bytesOfAll;
    private final Buffer bytes = Buffer.buffer();
    private boolean isOver;

    /**
     * @param limit the maximum size of this body in bytes
     * @param limitOfAll the maximum size of all unfinished bodies in bytes
     * @param bytesOfAll the present size of all unfinished bodies, which this object updates
     */
    ReceivedBody(long limit, long limitOfAll, AtomicLong bytesOfAll) {
        this.limit = limit;
        this.limitOfAll = limitOfAll;
        this.bytesOfAll = bytesOfAll;
    }

    /** Adds a part, and returns why the body cannot be taken, if so. Parts after that are dropped. */
    Optional<Problem> append(Buffer part) {
        if (isOver) {
            return Optional.empty();
        }
        if (bytes.length() + part.length() > limit) {
            abandon();
            return Optional.of(new Problem(ProblemType.TOO_LARGE, "The body is larger than " + limit + " bytes."));
        }
        bytes.appendBuffer(part);
        if (bytesOfAll.addAndGet(part.length()) > limitOfAll) {
            abandon();
            return Optional.of(new Problem(ProblemType.UNAVAILABLE, "Too many request bodies are being received.")
                    .header("Retry-After", "1"));
        }
        return Optional.empty();
    }

    /** Takes the body out of the sum. Returns false if it was taken out before. */
    boolean abandon() {
        if (isOver) {
            return false;
        }
        isOver = true;
        bytesOfAll.addAndGet(-bytes.length());
        return true;
    }

    Buffer bytes() {
        return bytes;
    }
}
