package org.depesche.platform.outbound;

import java.net.InetAddress;
import java.net.UnknownHostException;

import org.eclipse.microprofile.config.spi.Converter;

/**
 * A range of IP addresses in CIDR notation (RFC 4632), such as {@code 10.0.0.0/8} or {@code ::1/128}.
 *
 * @param prefix how many leading bits an address has in common with the network
 */
public record NetworkRange(InetAddress network, int prefix) {

    /** @throws IllegalArgumentException when the text is no range */
    public static NetworkRange parse(String text) {
        var parts = text.strip().split("/", -1);
        if (parts.length != 2 || !parts[0].matches("[0-9a-fA-F:.]+") || !parts[1].matches("\\d{1,3}")) {
            throw new IllegalArgumentException("\"" + text + "\" is no network such as 10.0.0.0/8");
        }
        try {
            var address = InetAddress.getByName(parts[0]); // digits only, so no name is looked up
            var prefix = Integer.parseInt(parts[1]);
            if (prefix > address.getAddress().length * 8) {
                throw new IllegalArgumentException("\"" + text + "\" has more bits than an address");
            }
            return new NetworkRange(address, prefix);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("\"" + text + "\" is no network such as 10.0.0.0/8", e);
        }
    }

    /** Whether the address is in the range. */
    public boolean contains(InetAddress address) {
        var bits = address.getAddress();
        var ours = network.getAddress();
        if (bits.length != ours.length) {
            return false;
        }
        for (var bit = 0; bit < prefix; bit++) {
            var mask = 0x80 >> bit % 8;
            if ((bits[bit / 8] & mask) != (ours[bit / 8] & mask)) {
                return false;
            }
        }
        return true;
    }

    /** Reads a range of the configuration. */
    public static final class FromText implements Converter<NetworkRange> {

        private static final long serialVersionUID = 1;

        @Override
        public NetworkRange convert(String value) {
            return parse(value);
        }
    }
}
