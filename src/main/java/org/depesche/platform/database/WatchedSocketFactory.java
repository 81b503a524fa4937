package org.depesche.platform.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;

import javax.net.SocketFactory;

/**
 * Creates the sockets of database connections. The driver finds it by its name in the connection option {@code
 * socketFactory}.
 */
public final class WatchedSocketFactory extends SocketFactory {

    /** Called by the driver. */
    public WatchedSocketFactory() {
        // no state
    }

    @Override
    public Socket createSocket() {
        return new WatchedSocket();
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return connected(new InetSocketAddress(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return connected(new InetSocketAddress(host, port));
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) throws IOException {
        return createSocket(host, port);
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress localHost, int localPort) throws IOException {
        return createSocket(host, port);
    }

    private static Socket connected(InetSocketAddress address) throws IOException {
        var socket = new WatchedSocket();
        socket.connect(address, 0);
        return socket;
    }
}
