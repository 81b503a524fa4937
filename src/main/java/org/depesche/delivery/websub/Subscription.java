package org.depesche.delivery.websub;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A callback and the feed that it gets.
 *
 * @param topic the canonical URL of the feed
 * @param expiresAt null while the subscriber has never confirmed it
 * @param pending what the subscriber has to confirm; null for nothing
 */
record Subscription(UUID id, URI topic, URI callback, byte @Nullable [] secret, @Nullable Instant expiresAt,
        Delivered delivered,
        Health health, @Nullable Pending pending) {

    static final String SUBSCRIBE = "subscribe";
    static final String UNSUBSCRIBE = "unsubscribe";

    /** The hash of the content that the callback got last, and the log position up to which the feed was compared with it. */
    record Delivered(long sequence, byte @Nullable [] hash) {
    }

    /** @param failures how many deliveries have failed in a row */
    record Health(int failures, @Nullable Instant failingSince, @Nullable Instant nextAttemptAt) {
        static final Health GOOD = new Health(0, null, null);
    }

    /**
     * A request that is not confirmed.
     *
     * @param topic as the subscriber wrote it
     * @param since when it came; null if a node of the version before stored it
     */
    record Pending(String mode, String topic, byte @Nullable [] secret, long leaseSeconds,
            @Nullable Instant since) {
        boolean isSubscription() {
            return mode.equals(SUBSCRIBE);
        }
    }

    boolean isActive(Instant now) {
        return expiresAt != null && expiresAt.isAfter(now);
    }

    boolean isDue(Instant now) {
        return isActive(now) && (health.nextAttemptAt == null || !health.nextAttemptAt.isAfter(now));
    }

    static byte[] addressHash(URI topic, URI callback) {
        return sha256((topic + "\n" + callback).getBytes(StandardCharsets.UTF_8));
    }

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
