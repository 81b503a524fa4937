package org.depesche.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A line to a server on this machine that can be cut, go silent, or lead to another port, as networks do. */
public final class TcpProxy implements AutoCloseable {

    private final ServerSocket listener;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile int target;
    private volatile boolean isDisconnected;
    private volatile boolean isStalled;

    public TcpProxy(int target) {
        this.target = target;
        try {
            listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        daemon(this::accept);
    }

    public int port() {
        return listener.getLocalPort();
    }

    /** Nothing comes through any more, and connections are refused. */
    public void disconnect() {
        isDisconnected = true;
        open.forEach(TcpProxy::close);
        open.clear();
    }

    /** Nothing comes through, and connections stay open. */
    public void stall() {
        isStalled = true;
    }

    /** It works again, to that port. */
    public void restore(int port) {
        target = port;
        isDisconnected = false;
        isStalled = false;
    }

    @Override
    public void close() {
        disconnect();
        close(listener);
    }

    private void accept() {
        try {
            while (true) {
                var caller = listener.accept();
                if (isDisconnected) {
                    close(caller);
                } else {
                    connect(caller);
                }
            }
        } catch (IOException closed) {
            // the end
        }
    }

    private void connect(Socket caller) throws IOException {
        try {
            var server = new Socket(InetAddress.getLoopbackAddress(), target);
            open.add(caller);
            open.add(server);
            daemon(() -> copy(caller, server));
            daemon(() -> copy(server, caller));
        } catch (ConnectException nobodyThere) {
            close(caller);
        }
    }

    private void copy(Socket from, Socket to) {
        var bytes = new byte[16_384];
        try {
            for (var count = from.getInputStream().read(bytes); count >= 0; count = from.getInputStream().read(bytes)) {
                while (isStalled) {
                    Thread.sleep(20);
                }
                to.getOutputStream().write(bytes, 0, count);
            }
        } catch (IOException | InterruptedException gone) {
            // both ends hang up below
        }
        close(from);
        close(to);
    }

    private static void close(AutoCloseable socket) {
        try {
            socket.close();
        } catch (Exception e) {
            // gone already
        }
    }

    private static void daemon(Runnable work) {
        var thread = new Thread(work, "relay");
        thread.setDaemon(true);
        thread.start();
    }
}
