package org.depesche.delivery.push;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.depesche.platform.outbound.NetworkRange;
import org.depesche.platform.settings.BatchSize;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;

/** The limits and intervals of webhooks. Those of deliveries hold for the WebSub hub, too. */
@ConfigMapping(prefix = "depesche.webhooks")
public interface PushConfig {

    /** How many webhooks there may be. */
    @WithDefault("100")
    int maxWebhooks();

    /** Networks that are not public and may nevertheless be called. */
    Optional<List<@WithConverter(NetworkRange.FromText.class) NetworkRange>> allowedNetworks();

    /** How long a receiver may take to answer. */
    @WithDefault("PT10S")
    Duration timeout();

    /** How many webhooks a node serves at the same time. */
    @WithDefault("8")
    int maxConcurrent();

    /** How many deliveries one host and port gets at the same time. */
    @WithDefault("2")
    int maxConcurrentPerHost();

    /** A receiver whose last delivery took longer is slow. All slow receivers share half of the threads of a node. */
    @WithDefault("PT2S")
    Duration slowAfter();

    /** The longest pause between two checks of the change log. New entries end the pause earlier. */
    @WithDefault("PT5S")
    Duration pollInterval();

    /** How long every node has to read a change before it is announced. */
    @WithDefault("PT1S")
    Duration propagationDelay();

    /** The pause after a failure. It doubles with each further failure, and varies by a fifth at random. */
    @WithDefault("PT5S")
    Duration retryDelay();

    @WithDefault("PT4H")
    Duration maxRetryDelay();

    /** A webhook that has failed for this long is disabled. */
    @WithDefault("PT24H")
    Duration giveUpAfter();

    /** How long messages carry a signature with a former secret, too. */
    @WithDefault("PT24H")
    Duration secretOverlap();

    /** With how many former secrets a message may be signed. One more rotation ends the oldest one at once. */
    @WithDefault("9")
    int maxFormerSecrets();

    /** How many entries are read from the log at once. */
    @WithDefault("200")
    @WithConverter(BatchSize.class)
    int batchSize();

    /** How many attempts the log of a webhook keeps. */
    @WithDefault("1000")
    int keptDeliveries();

    /** How long the lease of a node lasts that has failed. Another node takes over afterwards. */
    @WithDefault("PT30S")
    Duration lease();
}
