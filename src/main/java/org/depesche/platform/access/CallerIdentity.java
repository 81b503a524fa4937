package org.depesche.platform.access;

import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The identity of an authenticated caller, whichever way the caller was authenticated. */
public record CallerIdentity(UUID id, String name, Role role, Set<Entitlement> entitlements) {

    public CallerIdentity {
        entitlements = Set.copyOf(entitlements);
    }

    /** The highest entitlement. Editors have all, because they may read every article at the desk. */
    public Optional<Entitlement> highestEntitlement() {
        return role.includes(Role.EDITOR) ? Optional.of(Entitlement.SUBSCRIBERS)
                : entitlements.stream().max(Comparator.naturalOrder());
    }
}
