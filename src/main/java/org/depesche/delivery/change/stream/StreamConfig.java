package org.depesche.delivery.change.stream;

import java.time.Duration;

import org.depesche.platform.settings.BatchSize;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;

/** The limits and intervals of the event stream. */
@ConfigMapping(prefix = "depesche.changes.stream")
interface StreamConfig {

    /** How many listeners a node has at most. One more gets a 503. */
    @WithDefault("5000")
    int maxListeners();

    /** The longest silence. Proxies close connections that are silent for longer than they like. */
    @WithDefault("PT10S")
    Duration heartbeat();

    /** The shortest time after which a client connects again. Each client waits up to twice as long, at random. */
    @WithDefault("PT2S")
    Duration retry();

    /** A listener with this many unsent bytes gets no further entries until it has read some. */
    @WithDefault("131072")
    int maxUnsentBytes();

    /** While all listeners together have this many unsent bytes, each gets no more than a share of it. */
    @WithDefault("67108864")
    long maxUnsentTotal();

    /** The connection of a listener is closed when it has read nothing of its unsent bytes for this long. */
    @WithDefault("PT30S")
    Duration stallTimeout();

    /** The number of latest entries that are kept in memory for all listeners. */
    @WithDefault("1000")
    int window();

    /** The number of entries that are read from the log at once. */
    @WithDefault("500")
    @WithConverter(BatchSize.class)
    int batchSize();
}
