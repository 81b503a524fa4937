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

    static final String KEY = "depesche.key";

    private @Nullable KnownKey key;
    private @Nullable String address;

    public boolean isAnonymous() {
        return key == null;
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
        return key != null && key.role().includes(role);
    }

    /** The caller as the audit knows it, to be handed to work that outlives the request. */
    public Actor actor() {
        return key == null ? new Actor(null, "anonymous", address) : new Actor(key.id(), key.name(), address);
    }

    void arrives(SecurityIdentity identity) {
        key = identity.getAttribute(KEY);
    }

    void arrivesFrom(@Nullable String remote) {
        address = remote;
    }

    private KnownKey known() {
        if (key == null) {
            throw new IllegalStateException("Nobody in particular is calling: the endpoint is public.");
        }
        return key;
    }
}
