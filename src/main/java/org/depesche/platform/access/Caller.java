package org.depesche.platform.access;

import java.util.UUID;

import jakarta.enterprise.context.RequestScoped;

import org.jspecify.annotations.Nullable;

import io.quarkus.security.identity.SecurityIdentity;

/**
 * The caller of the current request. An endpoint with a role always has a caller; on a public endpoint, check
 * {@link #isAnonymous} first. The first request filter sets the caller, so that reading it never blocks.
 */
@RequestScoped
public class Caller {

    public static final String IDENTITY_ATTRIBUTE = "depesche.caller";

    private @Nullable CallerIdentity callerIdentity;
    private @Nullable String address;

    public boolean isAnonymous() {
        return callerIdentity == null;
    }

    public UUID id() {
        return requireIdentity().id();
    }

    public String name() {
        return requireIdentity().name();
    }

    public Role role() {
        return requireIdentity().role();
    }

    /** Whether the caller's role is this role or includes it. */
    public boolean hasRole(Role role) {
        return callerIdentity != null && callerIdentity.role().includes(role);
    }

    /** Whether the caller may read what this entitlement opens. An anonymous caller has no entitlements. */
    public boolean isEntitledTo(Entitlement entitlement) {
        return callerIdentity != null
                && callerIdentity.highestEntitlement().filter(highest -> highest.includes(entitlement)).isPresent();
    }

    /** The caller as the audit log records it, for work that outlives the request. */
    public Actor actor() {
        return callerIdentity == null ? new Actor(null, "anonymous", address)
                : new Actor(callerIdentity.id(), callerIdentity.name(), address);
    }

    void setIdentity(SecurityIdentity identity) {
        callerIdentity = identity.getAttribute(IDENTITY_ATTRIBUTE);
    }

    void setAddress(@Nullable String remoteAddress) {
        address = remoteAddress;
    }

    private CallerIdentity requireIdentity() {
        if (callerIdentity == null) {
            throw new IllegalStateException("The endpoint is public, and the request has no caller.");
        }
        return callerIdentity;
    }
}
