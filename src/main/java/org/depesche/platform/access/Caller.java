package org.depesche.platform.access;

import java.util.UUID;

import jakarta.enterprise.context.RequestScoped;

import org.jspecify.annotations.Nullable;

import io.quarkus.security.identity.SecurityIdentity;

/**
 * Who calls. On endpoints with a role there is always somebody; on public ones ask {@link #isAnonymous} first. Known from
 * the first request filter on, so reading it never blocks.
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

    /** Whether the caller's role is this one or a larger one. */
    public boolean hasRole(Role role) {
        return callerIdentity != null && callerIdentity.role().includes(role);
    }

    /** The caller as the audit knows it, to be handed to work that outlives the request. */
    public Actor actor() {
        return callerIdentity == null ? new Actor(null, "anonymous", address)
                : new Actor(callerIdentity.id(), callerIdentity.name(), address);
    }

    void setIdentity(SecurityIdentity identity) {
        callerIdentity = identity.getAttribute(IDENTITY_ATTRIBUTE);
    }

    void setAddress(@Nullable String remote) {
        address = remote;
    }

    private CallerIdentity requireIdentity() {
        if (callerIdentity == null) {
            throw new IllegalStateException("Nobody in particular is calling: the endpoint is public.");
        }
        return callerIdentity;
    }
}
