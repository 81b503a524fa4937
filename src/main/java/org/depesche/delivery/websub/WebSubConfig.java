package org.depesche.delivery.websub;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The limits of the WebSub hub. Retries, time limits and allowed networks are those of webhooks. */
@ConfigMapping(prefix = "depesche.websub")
interface WebSubConfig {

    /** Whether feeds have a hub here. */
    @WithDefault("false")
    boolean enabled();

    /** How many subscriptions there may be. */
    @WithDefault("1000")
    int maxSubscriptions();

    /** How many subscriptions the callbacks of one host may have. */
    @WithDefault("50")
    int maxSubscriptionsPerHost();

    /** How many requests may wait for their verification. */
    @WithDefault("100")
    int maxPending();

    /** How long a request may wait for its verification. Then it is denied. */
    @WithDefault("PT10M")
    Duration maxPendingTime();

    /** How long a subscription lasts that asks for no time. */
    @WithDefault("P10D")
    Duration defaultLease();

    /** The shortest time of a subscription. */
    @WithDefault("PT5M")
    Duration minLease();

    /** The longest time of a subscription. */
    @WithDefault("P14D")
    Duration maxLease();

    /** How many bytes of a feed are delivered at most; a larger one is not. */
    @WithDefault("5242880")
    int maxContentSize();

    /** How many feeds are in memory until their subscribers have them. Further ones are read afterwards. */
    @WithDefault("32")
    int maxFeedsInMemory();
}
