package org.depesche.platform.access;

import java.util.UUID;

/** The identity of an authenticated caller, whichever way the caller was authenticated. */
public record CallerIdentity(UUID id, String name, Role role) {
}
