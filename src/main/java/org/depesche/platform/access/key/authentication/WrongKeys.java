package org.depesche.platform.access.key.authentication;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.platform.access.key.PlaintextKey;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/**
 * Slows down addresses that send wrong keys, before a key costs a look-up. A key that was right a while ago is looked up
 * nevertheless: it may share its address, that of a proxy for example, with an attacker.
 *
 * <p>For each address one moment is stored, to which every wrong key adds an interval (the generic cell rate algorithm).
 */
@ApplicationScoped
class WrongKeys {

    private final WrongKeysConfig config;
    private final Clock clock;
    private final Cache<String, Instant> debts;
    private final Cache<ByteBuffer, Boolean> rightKeys;

    WrongKeys(WrongKeysConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
        this.debts = Caffeine.newBuilder().maximumSize(config.maxAddresses()).build();
        this.rightKeys = Caffeine.newBuilder().maximumSize(config.maxAddresses()).build();
    }

    /** Returns how long the address has to wait before this key is looked up; empty if it need not wait. */
    Optional<Duration> waitingTime(String address, byte[] key) {
        var debt = debts.getIfPresent(address);
        if (debt == null || rightKeys.getIfPresent(fingerprint(key)) != null) {
            return Optional.empty();
        }
        var freeAt = debt.minus(config.interval().multipliedBy(config.burst() - 1L));
        return Optional.of(Duration.between(clock.instant(), freeAt)).filter(wait -> wait.compareTo(Duration.ZERO) > 0);
    }

    void countWrong(String address) {
        var now = clock.instant();
        debts.asMap().merge(address, now.plus(config.interval()),
                (debt, first) -> (debt.isAfter(now) ? debt : now).plus(config.interval()));
    }

    void rememberRight(byte[] key) {
        rightKeys.put(fingerprint(key), true);
    }

    /** Half of the hash is enough to recognize a key, and useless to anybody else. */
    private static ByteBuffer fingerprint(byte[] key) {
        return ByteBuffer.wrap(Arrays.copyOf(PlaintextKey.hashOf(key), 16));
    }
}
