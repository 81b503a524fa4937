package org.depesche.platform.access.key.authentication;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How many wrong keys an address may send. */
@ConfigMapping(prefix = "depesche.access.wrong-keys")
interface WrongKeysConfig {

    /** How many wrong keys an address may send at once. */
    @WithDefault("50")
    int burst();

    /** The time after which the address may send one more wrong key. */
    @WithDefault("2S")
    Duration interval();

    /** How many addresses this node remembers, and how many keys that were right. */
    @WithDefault("100000")
    int maxAddresses();
}
