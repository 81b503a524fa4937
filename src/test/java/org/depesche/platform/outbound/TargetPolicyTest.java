package org.depesche.platform.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class TargetPolicyTest {

    private static final Duration TIMEOUT = Duration.ofMinutes(1);

    private final TargetPolicy strict = new TargetPolicy(List.of());
    private final GuardedHttpClient http;
    private final HostLookup hosts;

    TargetPolicyTest(GuardedHttpClient http, HostLookup hosts) {
        this.http = http;
        this.hosts = hosts;
    }

    @ParameterizedTest
    @ValueSource(strings = { "127.0.0.1", "127.9.9.9", "0.0.0.0", "10.1.2.3", "172.16.0.1", "172.31.255.255", "192.168.1.1",
            "169.254.169.254", "100.64.0.1", "100.127.255.255", "198.18.0.1", "224.0.0.1", "240.0.0.1", "255.255.255.255",
            "192.0.2.1", "[::1]", "[::]", "[fe80::1]", "[fc00::1]", "[fdff::1]", "[ff02::1]", "[::ffff:127.0.0.1]",
            "[::ffff:192.168.0.1]", "[64:ff9b::7f00:1]", "[2002:7f00:1::]", "[2001:db8::1]", "[::127.0.0.1]", "127.1",
            "0x7f000001", "2130706433", "localhost" })
    void whatIsNotPublicIsRefused(String host) {
        assertThatThrownBy(() -> strict.resolve(URI.create("http://" + host + "/"), hosts, TIMEOUT))
                .isInstanceOf(IOException.class);
    }

    @Test
    void aRefusalExplainsNamesAndRepeatsNoAddress() {
        assertThatThrownBy(() -> strict.resolve(URI.create("http://127.0.0.1/"), hosts, TIMEOUT))
                .hasMessage("127.0.0.1 is no address of the public internet");
        assertThatThrownBy(() -> strict.resolve(URI.create("http://[::1]/"), hosts, TIMEOUT))
                .hasMessage("[::1] is no address of the public internet");
        assertThatThrownBy(() -> strict.resolve(URI.create("http://localhost/"), hosts, TIMEOUT))
                .hasMessageMatching("localhost has the address [0-9a-f.:]+, which is no address of the public internet");
    }

    @ParameterizedTest
    @ValueSource(ints = { 0, 65_536, 99_999 })
    void aPortThatDoesNotExistIsRefused(int port) {
        assertThatThrownBy(() -> strict.resolve(URI.create("http://93.184.215.14:" + port + "/"), hosts, TIMEOUT))
                .hasMessage("the port is not from 1 to 65535");
    }

    @ParameterizedTest
    @ValueSource(strings = { "93.184.215.14", "172.15.0.1", "172.32.0.1", "100.63.0.1", "192.167.1.1", "[2606:4700::1111]" })
    void whatIsPublicIsAllowed(String host) throws IOException {
        assertThat(strict.resolve(URI.create("http://" + host + "/"), hosts, TIMEOUT)).isNotNull();
    }

    @Test
    void theOperatorAllowsNetworks() throws IOException {
        var policy = new TargetPolicy(List.of(NetworkRange.parse("10.20.0.0/16")));

        assertThat(policy.isAllowed(InetAddress.getByName("10.20.255.1"))).isTrue();
        assertThat(policy.isAllowed(InetAddress.getByName("10.21.0.1"))).isFalse();
        assertThatThrownBy(() -> NetworkRange.parse("10.0.0.0/33")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> NetworkRange.parse("example.org/8")).isInstanceOf(IllegalArgumentException.class);
    }

    /** A name that was public when it was registered, and leads here now, is refused before a connection is made. */
    @Test
    void theAddressIsCheckedAgainWhenItIsCalled() throws IOException {
        try (var server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            server.setSoTimeout(300);

            assertThatThrownBy(() -> http.post(URI.create("http://localhost:" + server.getLocalPort() + "/"), Map.of(),
                    new byte[0], strict, Duration.ofSeconds(2))).isInstanceOf(TargetPolicy.RefusedTarget.class);

            assertThatThrownBy(server::accept).isInstanceOf(java.net.SocketTimeoutException.class);
        }
    }
}
