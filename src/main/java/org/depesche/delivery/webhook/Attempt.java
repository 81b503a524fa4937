package org.depesche.delivery.webhook;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * One attempt to deliver a message.
 *
 * @param number counts the attempts of the webhook, from 1
 * @param sequence the entry of the log; null for a ping
 * @param status null when there was no response
 * @param error what was wrong; null for a success
 */
record Attempt(long number, String messageId, @Nullable Long sequence, String type, Instant at, int millis,
        @Nullable Integer status, @Nullable String error, @Nullable String response) {

    private static final int GONE = 410;

    boolean isSuccess() {
        return error == null;
    }

    /** The receiver says that it wants no messages any more. */
    boolean isGone() {
        return status != null && status == GONE;
    }
}
