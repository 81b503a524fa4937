package org.depesche.platform.database;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A socket that knows how long its present read has been waiting. The driver's own ways to end a statement need a server
 * that answers, or the lock of the connection, which the waiting thread holds.
 */
final class WatchedSocket extends Socket {

    private static final Set<WatchedSocket> OPEN = ConcurrentHashMap.newKeySet();

    /** In nanoseconds; 0 while no read is waiting. */
    private volatile long readingSince;

    @Override
    public void connect(SocketAddress server, int timeoutMillis) throws IOException {
        super.connect(server, timeoutMillis);
        OPEN.add(this);
    }

    /**
     * Closes each socket whose present read has waited for longer than the limit, which makes that read fail. Returns how many
     * sockets it closed.
     */
    static int closeThoseReadingLongerThan(Duration limit) {
        var now = System.nanoTime();
        var closed = 0;
        for (var socket : OPEN) {
            var since = socket.readingSince;
            if (since != 0 && now - since > limit.toNanos()) {
                socket.closeQuietly();
                closed++;
            }
        }
        return closed;
    }

    private void closeQuietly() {
        try {
            close();
        } catch (IOException closedAnyway) {
            OPEN.remove(this);
        }
    }

    @Override
    public void close() throws IOException {
        OPEN.remove(this);
        super.close();
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return new WatchedInputStream(super.getInputStream());
    }

    private final class WatchedInputStream extends FilterInputStream {

        WatchedInputStream(InputStream stream) {
            super(stream);
        }

        @Override
        public int read() throws IOException {
            readingSince = System.nanoTime() | 1;
            try {
                return super.read();
            } finally {
                readingSince = 0;
            }
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            readingSince = System.nanoTime() | 1;
            try {
                return super.read(target, offset, length);
            } finally {
                readingSince = 0;
            }
        }
    }
}
