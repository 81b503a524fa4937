package org.depesche.platform.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A name server that does not answer holds nobody. */
@Timeout(60)
class HostLookupTest {

    private static final Duration LONG = Duration.ofHours(1);
    private static final Duration SHORT = Duration.ofMillis(50);

    private final CountDownLatch release = new CountDownLatch(1);
    private final List<String> lookedUp = new CopyOnWriteArrayList<>();
    private final TargetPolicy policy = new TargetPolicy(List.of());

    @AfterEach
    void endAll() {
        release.countDown();
    }

    @Test
    void aLookUpEndsAfterTheConfiguredTime() {
        var hosts = hosts(SHORT, 4);

        assertThatThrownBy(() -> policy.resolve(URI.create("https://hangs.example/"), hosts, LONG))
                .isInstanceOf(IOException.class).hasMessage("the host was not looked up within PT0.05S");
    }

    @Test
    void aLookUpEndsWithTheTimeOfItsRequest() {
        var hosts = hosts(LONG, 4);

        assertThatThrownBy(() -> policy.resolve(URI.create("https://hangs.example/"), hosts, SHORT))
                .isInstanceOf(IOException.class).hasMessage("the host was not looked up within PT0.05S");
    }

    @Test
    void whoWaitsForAThreadWaitsNoLonger() {
        var hosts = hosts(SHORT, 1);

        for (var times = 0; times < 3; times++) {
            assertThatThrownBy(() -> hosts.addresses("hangs.example", LONG)).hasMessageContaining("not looked up within");
        }
    }

    @Test
    void anAddressIsNotLookedUp() throws IOException {
        var hosts = hosts(LONG, 1);

        assertThat(policy.resolve(URI.create("https://8.8.8.8/"), hosts, LONG).getHostAddress()).isEqualTo("8.8.8.8");
        assertThat(policy.resolve(URI.create("https://[2606:4700::1111]/"), hosts, LONG)).isNotNull();
        assertThat(lookedUp).isEmpty();
    }

    @Test
    void anUnknownHostIsUnknownAndAnotherOneHasItsAddress() throws IOException {
        var hosts = hosts(LONG, 1);

        assertThatThrownBy(() -> hosts.addresses("unknown.example", LONG)).isInstanceOf(UnknownHostException.class);
        assertThat(policy.resolve(URI.create("https://known.example/"), hosts, LONG).getHostAddress())
                .isEqualTo("93.184.215.14");
    }

    private HostLookup hosts(Duration timeout, int threads) {
        return new HostLookup(new Settings(timeout, threads), new HostLookup.Resolver() {
            @Override
            InetAddress[] resolve(String name) throws UnknownHostException {
                lookedUp.add(name);
                return answer(name);
            }
        });
    }

    private InetAddress[] answer(String name) throws UnknownHostException {
        if (name.startsWith("unknown")) {
            throw new UnknownHostException(name);
        }
        if (name.startsWith("hangs")) {
            awaitRelease();
        }
        return new InetAddress[] { InetAddress.getByName("93.184.215.14") };
    }

    private record Settings(Duration lookupTimeout, int lookupThreads) implements OutboundConfig {

        @Override
        public Duration connectTimeout() {
            return LONG;
        }

        @Override
        public Duration timeout() {
            return LONG;
        }

        @Override
        public int maxResponseSize() {
            return 1;
        }
    }

    /** Like the resolver of an operating system, it does not react to interrupts. */
    private void awaitRelease() {
        var isInterrupted = false;
        while (true) {
            try {
                release.await();
                break;
            } catch (InterruptedException e) {
                isInterrupted = true;
            }
        }
        if (isInterrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
