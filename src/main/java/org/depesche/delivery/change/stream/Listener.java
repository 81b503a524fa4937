package org.depesche.delivery.change.stream;

import java.util.concurrent.atomic.AtomicLong;

import org.depesche.delivery.change.ChangeFilter;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;

/**
 * One client of the stream: its filter, its position in the log, and the bytes that it has not read yet. Only the broadcaster's
 * thread moves the position.
 */
final class Listener {

    private final RoutingContext exchange;
    private final ChangeFilter filter;
    private final UnsentBytes unsentOfAll;
    private final AtomicLong unsent = new AtomicLong();
    private volatile long lastProgress = System.nanoTime();
    private volatile boolean isWaitedFor;
    private long lastWrite = System.nanoTime();
    private long position;
    private long announcedPosition;

    /** @param unsentOfAll what this listener and the others have not read yet */
    Listener(RoutingContext exchange, ChangeFilter filter, long position, UnsentBytes unsentOfAll) {
        this.exchange = exchange;
        this.filter = filter;
        this.position = position;
        this.announcedPosition = position;
        this.unsentOfAll = unsentOfAll;
    }

    ChangeFilter filter() {
        return filter;
    }

    long position() {
        return position;
    }

    /** How many more bytes this client may be sent now. */
    long capacity() {
        var limit = unsentOfAll.limitOfListener();
        var left = limit - unsent.get();
        isWaitedFor = left <= 0;
        return isWaitedFor ? limit - unsent.get() : left; // again, because it may have been drained in between
    }

    /** The listener has been offered all entries up to a sequence. */
    void moveTo(long sequence) {
        position = sequence;
    }

    void sendEntries(Buffer entries, long last) {
        announcedPosition = last;
        send(entries);
    }

    /** Sends a sign of life to a client that was sent nothing for a while. */
    void sendHeartbeat(long silentNanos) {
        if (unsent.get() == 0 && System.nanoTime() - lastWrite >= silentNanos) {
            send(position > announcedPosition ? EventFormat.position(position) : EventFormat.heartbeat());
            announcedPosition = position;
        }
    }

    void send(Buffer bytes) {
        lastWrite = System.nanoTime();
        if (unsent.getAndAdd(bytes.length()) == 0) {
            lastProgress = lastWrite;
        }
        var written = exchange.response().write(bytes); // throws when the response has ended, and is not counted then
        unsentOfAll.add(bytes.length());
        written.onComplete(sent -> {
            unsent.addAndGet(-bytes.length());
            unsentOfAll.add(-bytes.length());
            lastProgress = System.nanoTime();
            if (isWaitedFor) {
                unsentOfAll.reportDrained();
            }
        });
    }

    /** Whether the client has bytes to read and has read none of them for this long. */
    boolean isStalled(long nanos) {
        return unsent.get() > 0 && System.nanoTime() - lastProgress > nanos;
    }

    /** Ends the response. The client connects again and resumes. */
    void end() {
        exchange.response().end();
    }

    void endWith(Buffer bytes) {
        exchange.response().end(bytes);
    }

    /** Closes the connection of a client that does not read. */
    void close() {
        exchange.request().connection().close();
    }
}
