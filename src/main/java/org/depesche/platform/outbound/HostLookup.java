package org.depesche.platform.outbound;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import jakarta.inject.Singleton;

/**
 * Looks up the addresses of host names, within a time limit. The resolver of the operating system has none: a name server that
 * does not answer would hold the calling thread. The limit includes the time that a look-up waits for one of a few threads.
 */
@Singleton
public final class HostLookup {

    private static final long IDLE_SECONDS = 60;

    private final Resolver resolver;
    private final Duration timeout;
    private final ThreadPoolExecutor threads;

    HostLookup(OutboundConfig config, Resolver resolver) {
        var size = config.lookupThreads();
        this.resolver = resolver;
        this.timeout = config.lookupTimeout();
        // the queue is as long as there are callers that wait: each of them removes what it does not get in time
        this.threads = new ThreadPoolExecutor(size, size, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), work -> {
            var thread = new Thread(work, "host-lookup");
            thread.setDaemon(true);
            return thread;
        });
        threads.allowCoreThreadTimeOut(true);
    }

    /** The resolver of the operating system. */
    @Singleton
    static class Resolver {
        InetAddress[] resolve(String name) throws UnknownHostException {
            return InetAddress.getAllByName(name);
        }
    }

    /**
     * Returns the addresses of a host.
     *
     * @param longest the time that the caller has; the configured limit holds as well
     * @throws IOException when the host is unknown, or is not looked up in time
     */
    InetAddress[] addresses(String name, Duration longest) throws IOException {
        var limit = longest.compareTo(timeout) < 0 ? longest : timeout;
        var lookup = new FutureTask<>(() -> resolver.resolve(name));
        threads.execute(lookup);
        try {
            return lookup.get(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new IOException("the host was not looked up within " + limit, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("the look-up of the host was interrupted");
        } catch (ExecutionException e) {
            throw e.getCause() instanceof UnknownHostException unknown ? unknown : new IOException(e.getCause());
        } finally {
            lookup.cancel(true);
            threads.remove(lookup);
        }
    }
}
