package org.depesche.platform.outbound;

import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Decides to which addresses a URL of a user may lead. Only addresses of the public internet are allowed, and those ranges that
 * the operator names: whoever may register a URL must not reach what only this service can reach.
 */
public final class TargetPolicy {

    /** The special-purpose registries of IANA (RFC 6890), multicast, and the IPv6 ranges that lead to an IPv4 address. */
    private static final List<NetworkRange> SPECIAL = Stream.of("0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8",
            "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16",
            "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4", "::/96", "64:ff9b::/96",
            "64:ff9b:1::/48", "100::/64", "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20", "5f00::/16", "fc00::/7",
            "fe80::/10", "fec0::/10", "ff00::/8").map(NetworkRange::parse).toList();

    private static final int MAX_PORT = 65_535;

    private final List<NetworkRange> allowed;

    /** @param allowed ranges that are allowed although they are not public */
    public TargetPolicy(List<NetworkRange> allowed) {
        this.allowed = List.copyOf(allowed);
    }

    /**
     * Looks up the host of a URL. One forbidden address is enough to refuse the host.
     *
     * @param timeout how long the look-up may take
     * @return the address to connect to, so that a second look-up cannot lead elsewhere
     * @throws RefusedTarget when the host has an address that is not allowed, or there is no such port
     * @throws IOException when the host is unknown, or is not looked up in time
     */
    public InetAddress resolve(URI url, HostLookup hosts, Duration timeout) throws IOException {
        if (url.getHost() == null) {
            throw new RefusedTarget("the URL has no host");
        }
        if (url.getPort() == 0 || url.getPort() > MAX_PORT) {
            throw new RefusedTarget("the port is not from 1 to " + MAX_PORT);
        }
        var addresses = lookUp(url.getHost(), hosts, timeout);
        var refused = Arrays.stream(addresses).filter(address -> !isAllowed(address)).findFirst();
        if (refused.isPresent()) {
            throw new RefusedTarget(description(url.getHost(), refused.get()) + " is no address of the public internet");
        }
        return addresses[0];
    }

    /** Names the host and its address. A host that is an address is shown as the client wrote it. */
    private static String description(String host, InetAddress address) {
        var isLiteral = host.startsWith("[") || host.equals(address.getHostAddress());
        return isLiteral ? host : host + " has the address " + address.getHostAddress() + ", which";
    }

    /** Whether a connection to the address is allowed. */
    public boolean isAllowed(InetAddress address) {
        return allowed.stream().anyMatch(range -> range.contains(address))
                || SPECIAL.stream().noneMatch(range -> range.contains(address));
    }

    private static InetAddress[] lookUp(String host, HostLookup hosts, Duration timeout) throws IOException {
        var name = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
        if (!name.contains(":") && name.matches("[0-9.]+|0[xX].*") && !name.matches("(\\d{1,3}\\.){3}\\d{1,3}")) {
            throw new RefusedTarget(host + " is no usual form of an address"); // 127.1, 2130706433, 0x7f000001
        }
        var isAddress = name.contains(":") || name.matches("[0-9.]+");
        var found = isAddress ? InetAddress.getAllByName(name) : hosts.addresses(name, timeout);
        // an IPv4-mapped address becomes an Inet4Address; a scoped one is of this machine's links
        if (Arrays.stream(found).anyMatch(address -> address instanceof Inet6Address v6 && v6.getScopeId() != 0)) {
            throw new RefusedTarget(host + " is an address of a local link");
        }
        return found;
    }

    /** The URL leads to a place that is not allowed. */
    public static final class RefusedTarget extends UnknownHostException {

        private static final long serialVersionUID = 1;

        RefusedTarget(String message) {
            super(message);
        }
    }
}
