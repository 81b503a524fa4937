package org.depesche.platform.outbound;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Limits of calls to other servers. */
@ConfigMapping(prefix = "depesche.outbound")
interface OutboundConfig {

    /** The timeout of connecting. */
    @WithDefault("PT3S")
    Duration connectTimeout();

    /** The timeout of the whole call, including connecting. */
    @WithDefault("PT10S")
    Duration timeout();

    /** How long the look-up of a host that a user entered may take. The timeout of its call holds, too. */
    @WithDefault("PT5S")
    Duration lookupTimeout();

    /** How many hosts are looked up at the same time. */
    @WithDefault("16")
    int lookupThreads();

    /** How many bytes of a response's body are read; the rest is dropped. */
    @WithDefault("65536")
    int maxResponseSize();
}
