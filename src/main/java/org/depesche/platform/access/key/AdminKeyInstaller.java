package org.depesche.platform.access.key;

import java.time.Clock;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import org.depesche.platform.access.Actor;
import org.depesche.platform.access.Role;
import org.depesche.platform.audit.AuditAction;
import org.depesche.platform.audit.AuditLog;
import org.depesche.platform.database.Transactions;

import io.quarkus.logging.Log;

/** Installs the first admin key. All nodes lock the same row first, so that they run one after the other. */
@ApplicationScoped
class AdminKeyInstaller {

    private static final Actor STARTUP_ACTOR = Actor.service("start");

    private final Transactions transactions;
    private final ApiKeyRepository keys;
    private final EntityManager entities;
    private final AuditLog audit;
    private final Clock clock;

    AdminKeyInstaller(Transactions transactions, ApiKeyRepository keys, EntityManager entities, AuditLog audit, Clock clock) {
        this.transactions = transactions;
        this.keys = keys;
        this.entities = entities;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Creates an admin key if there has never been one. The caller has to print the key, because its text is not
     * stored.
     */
    Optional<PlaintextKey> createFirst() {
        return transactions.call(this::createIfNoAdmin);
    }

    /** Installs the key of the environment, and revokes a previous key of the environment. */
    void installChosen(PlaintextKey chosen) {
        transactions.run(() -> install(chosen));
    }

    private Optional<PlaintextKey> createIfNoAdmin() {
        lock();
        if (keys.hasAdmin()) {
            return Optional.empty();
        }
        var text = PlaintextKey.generate();
        store(new ApiKey("first start", Role.ADMIN, text, ApiKey.KeyOrigin.FIRST_START, clock));
        return Optional.of(text);
    }

    private void install(PlaintextKey chosen) {
        lock();
        var existing = keys.byHash(chosen.hash());
        var key = existing.orElseGet(
                () -> store(new ApiKey("environment", Role.ADMIN, chosen, ApiKey.KeyOrigin.ENVIRONMENT, clock)));
        if (key.role() != Role.ADMIN) {
            throw new AdminKeyRefused("The environment's admin key is the text of the key \"" + key.name()
                    + "\", whose role is " + key.role().word() + ". Set another one.");
        }
        if (!key.adoptFromEnvironment()) {
            Log.warnf("The environment's admin key prefix=%s stays revoked, because an admin revoked it; set another one.",
                    key.prefix());
        }
        keys.fromEnvironment().stream().filter(other -> other != key).forEach(this::revokeReplaced);
    }

    /**
     * Galera does not replicate locks, only changed rows: on another node the transaction fails at commit and is
     * retried.
     */
    private void lock() {
        entities.createNativeQuery("select id from first_admin_key where id = 1 for update").getSingleResult();
    }

    private ApiKey store(ApiKey key) {
        keys.persist(key);
        entities.createNativeQuery("update first_admin_key set settled_at = :at where id = 1")
                .setParameter("at", clock.instant()).executeUpdate();
        audit.record(STARTUP_ACTOR, AuditAction.of("key.create", "key", key.id()));
        return key;
    }

    private void revokeReplaced(ApiKey previous) {
        if (previous.revokedAt().isEmpty()) {
            previous.revokeReplaced(clock);
            audit.record(STARTUP_ACTOR, AuditAction.of("key.revoke", "key", previous.id()));
        }
    }
}
