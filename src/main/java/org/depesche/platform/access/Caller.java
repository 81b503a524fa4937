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

    static final String KNOWN = "depesche.caller";

    private @Nullable KnownCaller caller;
    private @Nullable String address;

    public boolean isAnonymous() {
        return caller == null;
    }

    public UUID id() {
        return known().id();
    }

    public String name() {
        return known().name();
    }

    public Role role() {
        return known().role();
    }

    /** Whether the caller's role is this one or a larger one. */
    public boolean is(Role role) {
        return caller != null && caller.role().includes(role);
    }

    /** The caller as the audit knows it, to be handed to work that outlives the request. */
    public Actor actor() {
        return caller == null ? new Actor(null, "anonymous", address) : new Actor(caller.id(), caller.name(), address);
    }

    void arrives(SecurityIdentity identity) {
        caller = identity.getAttribute(KNOWN);
    }

    void arrivesFrom(@Nullable String remote) {
        address = remote;
    }

    private KnownCaller known() {
        if (caller == null) {
            throw new IllegalStateException("Nobody in particular is calling: the endpoint is public.");
        }
        return caller;
    }
}
