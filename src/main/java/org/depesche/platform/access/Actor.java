package org.depesche.platform.access;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Who performed an action, for the audit log and for work that outlives the request.
 * @param id the id of the key or person; null for the service itself
 * @param name the name of the key or person, or of the service's worker
 * @param address the network address of the request; null for the service itself
 */
public record Actor(@Nullable UUID id, String name, @Nullable String address) {

    /** The service itself: a schedule, a background import, or the start. */
    public static Actor service(String worker) {
        return new Actor(null, worker, null);
    }
}
