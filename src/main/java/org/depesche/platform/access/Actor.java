package org.depesche.platform.access;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Who did something, for the audit and for whatever remembers its author beyond the request.
 *
 * @param id the key, absent for the service itself
 * @param name the key's name, or what the service calls its own worker
 * @param address where the request came from, absent for the service itself
 */
public record Actor(@Nullable UUID id, String name, @Nullable String address) {

    /** The service itself: a schedule, a background import, a start. */
    public static Actor service(String worker) {
        return new Actor(null, worker, null);
    }
}
