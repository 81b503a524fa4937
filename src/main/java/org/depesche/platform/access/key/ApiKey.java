package org.depesche.platform.access.key;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import org.depesche.kernel.Uuid7;
import org.depesche.platform.access.Role;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A key without its text: what may be known of it after it was made. */
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

    /** Revoked because the environment named another key, so the environment may bring it back; an admin's word is final. */
    private boolean replaced;

    /** Written beside the entity, see {@link KeyUsageRecorder}. */
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

    /** For Hibernate, which fills the fields itself. */
    @SuppressWarnings("NullAway")
    protected ApiKey() {
    }

    ApiKey expireAt(@Nullable Instant end) {
        expiresAt = end;
        return this;
    }

    void revoke(Clock clock) {
        replaced = false;
        if (revokedAt == null) {
            revokedAt = clock.instant();
        }
    }

    /** The environment names another key now. */
    void revokeReplaced(Clock clock) {
        if (revokedAt == null) {
            revokedAt = clock.instant();
            replaced = true;
        }
    }

    /** The environment names this key: again after another one, or a key that was made here. Says whether it may be used. */
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

    /** Where a key comes from. */
    enum KeyOrigin {
        /** Made by an admin. */
        REQUEST,
        /** Made by the first start and printed there. */
        FIRST_START,
        /** Given by the operator in the environment. */
        ENVIRONMENT
    }
}
