package org.depesche.platform.access.key;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import org.depesche.kernel.Uuid7;
import org.depesche.platform.access.Entitlement;
import org.depesche.platform.access.Role;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** An API key without its text, which is not stored. */
@Entity
@Table(name = "api_key")
class ApiKey {

    @Id
    @JdbcTypeCode(SqlTypes.BINARY)
    @Column(columnDefinition = "binary(16)")
    private UUID id;

    private String name;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private Role role;

    @Convert(converter = EntitlementsConverter.class)
    private Set<Entitlement> entitlements = Set.of();

    private String prefix;

    @JdbcTypeCode(SqlTypes.BINARY)
    @Column(columnDefinition = "binary(32)")
    private byte[] hash;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private KeyOrigin origin;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "expires_at")
    private @Nullable Instant expiresAt;

    @Column(name = "revoked_at")
    private @Nullable Instant revokedAt;

    /**
     * Whether the key was revoked because the environment named another key. The environment may reinstate such a key,
     * but not one that an admin revoked.
     */
    private boolean replaced;

    /** Written with SQL, see {@link KeyUsageRecorder}. */
    @Column(name = "last_used_at", insertable = false, updatable = false)
    private @Nullable Instant lastUsedAt;

    @Version
    private long version;

    ApiKey(String name, Role role, PlaintextKey text, KeyOrigin origin, Clock clock) {
        this.createdAt = clock.instant();
        this.id = Uuid7.next();
        this.name = name;
        this.role = role;
        this.prefix = text.prefix();
        this.hash = text.hash();
        this.origin = origin;
    }

    /** For Hibernate, which sets the fields itself. */
    @SuppressWarnings("NullAway")
    protected ApiKey() {
    }

    void entitleTo(Set<Entitlement> granted) {
        entitlements = Set.copyOf(granted);
    }

    ApiKey expireAt(@Nullable Instant expiry) {
        expiresAt = expiry;
        return this;
    }

    void revoke(Clock clock) {
        replaced = false;
        if (revokedAt == null) {
            revokedAt = clock.instant();
        }
    }

    /** Revokes the key because the environment names another key now. */
    void revokeReplaced(Clock clock) {
        if (revokedAt == null) {
            revokedAt = clock.instant();
            replaced = true;
        }
    }

    /**
     * Makes this key the key of the environment. The key may have been replaced before, or created here. Returns
     * whether the key is valid.
     */
    boolean adoptFromEnvironment() {
        if (replaced) {
            revokedAt = null;
            replaced = false;
        }
        origin = KeyOrigin.ENVIRONMENT;
        expiresAt = null;
        return revokedAt == null;
    }

    UUID id() {
        return id;
    }

    String name() {
        return name;
    }

    Role role() {
        return role;
    }

    Set<Entitlement> entitlements() {
        return Set.copyOf(entitlements);
    }

    String prefix() {
        return prefix;
    }

    Instant createdAt() {
        return createdAt;
    }

    Optional<Instant> expiresAt() {
        return Optional.ofNullable(expiresAt);
    }

    Optional<Instant> revokedAt() {
        return Optional.ofNullable(revokedAt);
    }

    Optional<Instant> lastUsedAt() {
        return Optional.ofNullable(lastUsedAt);
    }

    /** The origin of a key. */
    enum KeyOrigin {
        /** An admin created the key. */
        REQUEST,
        /** The first start created and printed the key. */
        FIRST_START,
        /** The operator set the key in the environment. */
        ENVIRONMENT
    }
}
