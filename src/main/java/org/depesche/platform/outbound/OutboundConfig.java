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

    /** How many bytes of a response's body are read; the rest is dropped. */
    @WithDefault("65536")
    int maxResponseSize();
}
