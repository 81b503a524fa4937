package org.depesche.platform.outbound;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Limits of calls to other servers. */
@ConfigMapping(prefix = "depesche.outbound")
interface OutboundConfig {

    /** For the connection alone. */
    @WithDefault("PT3S")
    Duration connectTimeout();

    /** For the whole call, the connection included. */
    @WithDefault("PT10S")
    Duration timeout();

    /** What is read of an answer's body, in bytes; the rest is dropped. */
    @WithDefault("65536")
    int maxResponseSize();
}
