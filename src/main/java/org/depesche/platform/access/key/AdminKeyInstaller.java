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

/**
 * Settles which admin key an installation starts with. All nodes take the same row's lock first, so they do it one after the
 * other.
 */
@ApplicationScoped
class AdminKeyInstaller {

    private static final Actor START = Actor.service("start");

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

    /** Makes an admin key where there never was one; what it returns has to be shown, for nobody can ask again. */
    Optional<PlaintextKey> createFirst() {
        return transactions.call(this::createIfNoAdmin);
    }

    /** Makes the environment's key the one that the environment has; a former one is revoked. */
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
        var present = keys.byHash(chosen.hash());
        var key = present.orElseGet(
                () -> store(new ApiKey("environment", Role.ADMIN, chosen, ApiKey.KeyOrigin.ENVIRONMENT, clock)));
        if (key.role() != Role.ADMIN) {
            throw new AdminKeyRefused("The environment's admin key is the text of the key \"" + key.name()
                    + "\", whose role is " + key.role().word() + ". Set another one.");
        }
        if (!key.adoptFromEnvironment()) {
            Log.warnf("The environment's admin key prefix=%s was revoked by an admin and stays so; set another one.",
                    key.prefix());
        }
        keys.fromEnvironment().stream().filter(other -> other != key).forEach(this::revokeReplaced);
    }

    /** On Galera only a changed row, not a lock, is seen by another node: it fails there at commit and is tried again. */
    private void lock() {
        entities.createNativeQuery("select id from first_admin_key where id = 1 for update").getSingleResult();
    }

    private ApiKey store(ApiKey key) {
        keys.persist(key);
        entities.createNativeQuery("update first_admin_key set settled_at = :at where id = 1")
                .setParameter("at", clock.instant()).executeUpdate();
        audit.record(START, AuditAction.of("key.create", "key", key.id()));
        return key;
    }

    private void revokeReplaced(ApiKey former) {
        if (former.revokedAt().isEmpty()) {
            former.revokeReplaced(clock);
            audit.record(START, AuditAction.of("key.revoke", "key", former.id()));
        }
    }
}
