package org.depesche.platform.access;

import java.util.UUID;

/** What a request knows of whoever sent it, however that was found out. */
public record CallerIdentity(UUID id, String name, Role role) {
}
